namespace CareerPortal.Data;

/// <summary>
/// The mark of one part of the content, renewed whenever something in it changes: pages kept under an older mark are no longer served.
/// There is a row for each realm from the first migration on.
/// </summary>
public sealed class ContentStamp
{
    public required ContentRealm Realm { get; init; }

    public Guid Version { get; set; }
}
