namespace CareerPortal.Data;

/// <summary>
/// Something read from the store once for each state of those parts of the content that it is made of; whoever asks meanwhile waits for the
/// same reading.
/// </summary>
internal sealed class PerContent<T>(ContentMark mark, ContentRealm realms, Func<Task<T>> read)
{
    private readonly Lock _gate = new();
    private Guid _mark;
    private Task<T>? _reading;

    /// <summary>The value for the content as it is now. A reading that failed is tried again by the next who asks.</summary>
    public async Task<T> CurrentAsync(CancellationToken cancellation)
    {
        var current = (await mark.CurrentAsync(cancellation)).Of(realms);
        Task<T> reading;
        lock (_gate)
        {
            if (_reading is null || _mark != current || _reading.IsFaulted || _reading.IsCanceled)
            {
                (_mark, _reading) = (current, Task.Run(read, CancellationToken.None));
            }

            reading = _reading;
        }

        return await reading.WaitAsync(cancellation);
    }
}
