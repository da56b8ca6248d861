namespace CareerPortal.Search;

/// <summary>
/// A word as it was written, in lower case without accents; its base, without plural and feminine, which « pensionnées » and « pensionné »
/// share; and the stem, which « pension » has in common with them too.
/// </summary>
public readonly record struct SearchWord(string Text, string Base, string Stem)
{
    /// <summary>Whoever does what the word names: « modération », « modérateur »; null where nobody is named so.</summary>
    public string? Doer { get; init; }

    /// <summary>The text denies it: « sans diplôme ».</summary>
    public bool IsDenied { get; init; }

    /// <summary>In which of the pieces between spaces it stands: by this, two languages' readings of one text are laid side by side.</summary>
    public int Piece { get; init; }
}
