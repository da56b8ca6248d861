namespace CareerPortal.Web.Hosting;

/// <summary>A place outside the process where nodes leave pages for each other.</summary>
internal interface IPageShelf
{
    /// <summary>The page under a key with the time it is still good for; null where there is none.</summary>
    Task<(byte[] Page, TimeSpan ValidFor)?> ReadAsync(string key);

    Task WriteAsync(string key, byte[] page, TimeSpan validFor);

    /// <summary>Tries whether reading and writing would succeed; throws where they would not.</summary>
    Task ProbeAsync();
}
