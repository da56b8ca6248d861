using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>The words of a title as titles are compared: without accents, gender, number and little words.</summary>
public static partial class TitleWords
{
    private const int ShortestStem = 3;

    private static readonly FrozenSet<string> Little =
        "a au aux avec chez d dans de des du en et l la le les ou par pour s sans sous sur un une h f x m"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    // Feminine or plural endings and what stands for both genders; the longest first.
    private static readonly (string Ending, string Stem)[] Endings =
    [
        ("trices", "teur"),
        ("trice", "teur"),
        ("euses", "eur"),
        ("euse", "eur"),
        ("iennes", "ien"),
        ("ienne", "ien"),
        ("onnes", "on"),
        ("onne", "on"),
        ("elles", "el"),
        ("elle", "el"),
        ("ieres", "ier"),
        ("iere", "ier"),
        ("eres", "er"),
        ("ere", "er"),
        ("ives", "if"),
        ("ive", "if"),
        ("ales", "al"),
        ("ale", "al"),
        ("aux", "al"),
        ("ffes", "f"),
        ("ffe", "f"),
        ("esses", ""),
        ("esse", ""),
        ("ees", ""),
        ("ee", ""),
        ("es", ""),
        ("e", ""),
        ("s", ""),
        ("x", ""),
    ];

    // What makes a doer, a deed or a quality of one root; the longest first where one ends with another.
    private static readonly string[] Derivations =
        "issement issage ement isation ateur ation iteur ition iture ture teur tion sion age eur ment ier erie ien iste ique al el if er on ant ent".Split(
            ' '
        );

    private const int ShortestRoot = 4;

    /// <summary>The title in small plain letters, its words parted by one space: what two titles have in common that differ only in writing.</summary>
    public static string Fold(string title) => string.Join(' ', Word().Matches(PlainLetters.Of(title).ToLowerInvariant()).Select(m => m.Value));

    /// <summary>The stems of what carries meaning, in their order.</summary>
    public static IReadOnlyList<string> Of(string title) =>
        [.. Word().Matches(PlainLetters.Of(title).ToLowerInvariant()).Select(m => m.Value).Where(w => !Little.Contains(w)).Select(Stem)];

    /// <summary>Whether it names many people, as groups are called: « Avocats », « Conducteurs d’engins ».</summary>
    public static bool IsOfMany(string title) =>
        Word().Match(title) is { Success: true, Value: { Length: > ShortestStem } first }
        && (first[^1] == 's' || first.EndsWith("aux", StringComparison.Ordinal));

    /// <summary>What a stem has in common with those of one origin: « soudeur », « soudage ».</summary>
    public static string Root(string stem)
    {
        var ending = Array.Find(Derivations, d => stem.Length - d.Length >= ShortestRoot && stem.EndsWith(d, StringComparison.Ordinal));
        return ending is null ? stem : stem[..^ending.Length];
    }

    private static string Stem(string word)
    {
        foreach (var (ending, stem) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length + stem.Length >= ShortestStem)
            {
                return word[..^ending.Length] + stem;
            }
        }

        return word;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
