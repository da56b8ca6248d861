namespace CareerPortal.Search;

/// <summary>A word as it was written, in lower case without accents, and the stem that it shares with its other forms.</summary>
public readonly record struct SearchWord(string Text, string Stem)
{
    private const int ShortestPlural = 4;
    private const int ShortestFeminine = 5;

    /// <summary>Feminine endings and their masculine ones, without accents; the longer before those that they end with.</summary>
    private static readonly (string Feminine, string Masculine)[] Endings =
    [
        ("trice", "teur"),
        ("euse", "eur"),
        ("ienne", "ien"),
        ("iere", "ier"),
        ("ive", "if"),
        ("ale", "al"),
        ("ee", "e"),
    ];

    /// <summary>
    /// The word without its plural and its feminine: « pensionnées » and « pensionné » share it, « pension » has only the stem in common.
    /// </summary>
    public string Base
    {
        get
        {
            var singular = Singular;
            var (feminine, masculine) = Endings.FirstOrDefault(e => singular.EndsWith(e.Feminine, StringComparison.Ordinal));
            return feminine is null || singular.Length < ShortestFeminine ? singular : singular[..^feminine.Length] + masculine;
        }
    }

    /// <summary>Whoever does what the word names: « modération », « modérateur ».</summary>
    public string? Doer => Base is [.., _, 't', 'i', 'o', 'n'] action ? action[..^3] + "eur" : null;

    private string Singular =>
        Text switch
        {
            { Length: < ShortestPlural } => Text,
            [.., not 'e', 'a', 'u', 'x'] => Text[..^2] + "l",
            [.., 's' or 'x'] => Text[..^1],
            _ => Text,
        };
}
