namespace CareerPortal.Offers.Sources;

/// <summary>All of the open data as it begins to come, with what it is marked by.</summary>
public sealed class ForemAnswer(HttpResponseMessage response, Stream content) : IDisposable
{
    public Stream Content => content;

    public string? EntityTag => Short(response.Headers.ETag?.ToString());

    public string? LastModified => Short(response.Content.Headers.LastModified?.ToString("R"));

    public void Dispose()
    {
        content.Dispose();
        response.Dispose();
    }

    private static string? Short(string? mark) => mark?.Length > OfferSource.TextMaxLength ? null : mark;
}
