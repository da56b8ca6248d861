using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Memory;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Where kept pages lie: in the node's memory first, and on the shelf that the nodes share, where there is one. What memory holds is served
/// without asking the shelf.
/// </summary>
internal sealed class KeptPages(GuardedShelf? shelf) : IOutputCacheStore, IDisposable
{
    /// <summary>With the answers that are ready, 128 MB (<see cref="ReadyPages"/>).</summary>
    private const long MostBytes = 96L * 1024 * 1024;

    /// <summary>About what an entry takes besides its key and page.</summary>
    private const int EntryBytes = 256;

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) =>
        _memory.TryGetValue(key, out byte[]? page) ? new(page)
        : shelf is null ? default
        : FromShelfAsync(shelf, key);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        Remember(key, value, validFor);
        _ = shelf?.WriteAsync(key, value, validFor);
        return ValueTask.CompletedTask;
    }

    /// <summary>Pages have no tags: what a page is made of stands in its key.</summary>
    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose() => _memory.Dispose();

    private async ValueTask<byte[]?> FromShelfAsync(GuardedShelf shelf, string key)
    {
        if (await shelf.ReadAsync(key) is not { } found)
        {
            return null;
        }

        Remember(key, found.Page, found.ValidFor);
        return found.Page;
    }

    private void Remember(string key, byte[] page, TimeSpan validFor)
    {
        if (validFor > TimeSpan.Zero)
        {
            _memory.Set(
                key,
                page,
                new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = validFor, Size = page.Length + (2 * key.Length) + EntryBytes }
            );
        }
    }
}
