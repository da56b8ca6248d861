namespace CareerPortal.Web.Hosting;

/// <summary>Passes a body on as it is written, and keeps a copy.</summary>
internal sealed class ReadyBody(Stream inner) : WrittenBody
{
    private readonly MemoryStream _copy = new();

    public byte[] ToArray() => _copy.ToArray();

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count)
    {
        inner.Write(buffer, offset, count);
        _copy.Write(buffer, offset, count);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await inner.WriteAsync(buffer, cancellationToken);
        _copy.Write(buffer.Span);
    }
}
