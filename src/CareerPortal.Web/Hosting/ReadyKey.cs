namespace CareerPortal.Web.Hosting;

/// <summary>All of a request that its answer can depend on, as the pages see it.</summary>
/// <param name="Scheme">By which it came.</param>
/// <param name="Host">Which it named, as it was sent.</param>
/// <param name="Path">What it asked for.</param>
/// <param name="Query">The query as it was sent.</param>
/// <param name="Packing">How its answer is packed; null for not at all.</param>
/// <param name="Status">How it is answered: with a page, or with word that the page has not changed.</param>
internal sealed record ReadyKey(string Scheme, string? Host, string? Path, string? Query, string? Packing, int Status)
{
    /// <summary>What a key takes in memory, about.</summary>
    public int Bytes => 128 + (2 * ((Host?.Length ?? 0) + (Path?.Length ?? 0) + (Query?.Length ?? 0)));
}
