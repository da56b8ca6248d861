namespace CareerPortal.Data;

/// <summary>
/// The mark of one part of the content, renewed whenever something in it changes: pages kept under an older mark are no longer served.
/// There is a row for each realm from the first migration on.
/// </summary>
public sealed class ContentStamp
{
    /// <summary>The parts of the content that have a stamp, each by itself.</summary>
    internal static IReadOnlyList<ContentRealm> Realms { get; } =
    [ContentRealm.Guides, ContentRealm.Directories, ContentRealm.Offers, ContentRealm.Parameters, ContentRealm.Quiz, ContentRealm.Catalogue];

    public required ContentRealm Realm { get; init; }

    public Guid Version { get; set; }
}
