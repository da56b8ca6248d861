namespace CareerPortal.Web.Shell;

/// <summary>The site as it will be at a moment, under addresses of its own: whatever is made for such a request links within them.</summary>
/// <param name="Prefix">What the addresses begin with.</param>
/// <param name="AtUtc">The moment.</param>
internal sealed record SitePreview(string Prefix, DateTime AtUtc)
{
    private static readonly AsyncLocal<SitePreview?> Shown = new();

    /// <summary>The one that this request is for; null for the site of today.</summary>
    public static SitePreview? Current => Shown.Value;

    /// <summary>Lets whatever is run from here on be of this one.</summary>
    public void Begin() => Shown.Value = this;
}
