namespace CareerPortal.Exchange;

/// <summary>
/// A text for translators: its address in the original, what the original and the translation say, and what tells whether the translation has
/// changed since.
/// </summary>
public sealed record SheetRow(string Path, string Original, string Translation, string Mark)
{
    /// <summary>The line of the file on which it begins; 0 where it is in none.</summary>
    public int Line { get; init; }
}
