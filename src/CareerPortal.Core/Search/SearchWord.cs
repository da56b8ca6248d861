namespace CareerPortal.Search;

/// <summary>A word as it was written, in lower case without accents, and the stem that it shares with its other forms.</summary>
public readonly record struct SearchWord(string Text, string Stem)
{
    private const int ShortestPlural = 4;

    /// <summary>The word without its plural: « numérisations » and « numérisation » share it, « numérique » has only the stem in common.</summary>
    public string Singular => Text.Length >= ShortestPlural && Text[^1] is 's' or 'x' ? Text[..^1] : Text;
}
