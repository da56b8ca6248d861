namespace CareerPortal.Search;

/// <summary>A word as it was written, in lower case without accents, and the stem that it shares with its other forms.</summary>
public readonly record struct SearchWord(string Text, string Stem)
{
    private const int EndingLength = 2;

    /// <summary>The same word but for its ending: « numérisations » and « numérisation », not « numérique », which has the same stem.</summary>
    public bool IsNearlyWritten(SearchWord other) =>
        Text.AsSpan().CommonPrefixLength(other.Text) >= Math.Min(Text.Length, other.Text.Length) - EndingLength;
}
