using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>The title of an occupation in both genders, written as it stands inside a sentence, and the forms a page needs of it.</summary>
public sealed partial record GenderedTitle(string Masculine, string Feminine)
{
    private const string Separator = " / ";

    public string Masculine { get; } = Given(Masculine, nameof(Masculine));

    public string Feminine { get; } = Given(Feminine, nameof(Feminine));

    /// <summary>« annotateur·rice de données IA »; the doublet where the two words cannot be contracted.</summary>
    public string Inclusive => Contracted() ?? Doublet;

    /// <summary>« annotateur ou annotatrice de données IA », what follows the difference being said once.</summary>
    public string Doublet => Paired(" ou ", word => word);

    /// <summary>« Annotateur / Annotatrice de données IA », for headings.</summary>
    public string Both => Paired(Separator, Sentence.Capitalise);

    /// <summary>« d’annotateur·rice de données IA », for « le métier … ».</summary>
    public string AfterDe => Contracted() is { } contracted ? Elision.De(contracted) : SpokenAfterDe;

    /// <summary>« d’annotateur ou d’annotatrice de données IA ».</summary>
    public string SpokenAfterDe => Paired(" ou ", Elision.De);

    /// <summary>« l’annotateur·rice de données IA », « le·la technicien·ne ».</summary>
    public string WithLe
    {
        get
        {
            if (Contracted() is not { } contracted)
            {
                return SpokenWithLe;
            }

            return Elision.IsNeededBefore(contracted) ? Elision.Le(contracted) : "le·la " + contracted;
        }
    }

    /// <summary>« l’annotateur ou l’annotatrice de données IA », « le ou la gestionnaire ».</summary>
    public string SpokenWithLe =>
        Masculine != Feminine ? Paired(" ou ", word => Elision.Le(word, Gender.Masculine), word => Elision.Le(word, Gender.Feminine))
        : Elision.IsNeededBefore(Masculine) ? Elision.Le(Masculine)
        : "le ou la " + Masculine;

    /// <summary>« un·e annotateur·rice de données IA ».</summary>
    public string WithUn => Contracted() is { } contracted ? "un·e " + contracted : SpokenWithUn;

    /// <summary>« un annotateur ou une annotatrice de données IA », « un ou une gestionnaire ».</summary>
    public string SpokenWithUn =>
        Masculine == Feminine
            ? "un ou une " + Masculine
            : Paired(" ou ", word => Elision.Un(word, Gender.Masculine), word => Elision.Un(word, Gender.Feminine));

    /// <summary>Reads « Annotateur de données IA / Annotatrice de données IA », or the same with its tail once.</summary>
    public static GenderedTitle Parse(string text) =>
        TryParse(text, out var title) ? title : throw new FormatException($"« {text} » is not a title in two genders.");

    /// <summary>Reads a title as the catalogues write it; false when one side is missing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out GenderedTitle? title)
    {
        title = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var (left, right) = Sides(Acronyms.Restore(Spaces().Replace(text.Trim(), " ")));
        if (left.Length == 0 || right.Length == 0)
        {
            return false;
        }

        var (masculine, feminine) = Completed(Words(left), Words(right));
        if (InclusiveWord.ArePair(Small(feminine[0]), Small(masculine[0])) && !InclusiveWord.ArePair(Small(masculine[0]), Small(feminine[0])))
        {
            (masculine, feminine) = (feminine, masculine);
        }

        title = new GenderedTitle(Written(masculine, feminine, Gender.Masculine), Written(feminine, masculine, Gender.Feminine));
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Inclusive;

    private static string Given(string title, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title, name);
        return title.Trim();
    }

    private static string[] Words(string title) => title.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private string? Contracted()
    {
        var masculine = Words(Masculine);
        var feminine = Words(Feminine);
        if (masculine.Length != feminine.Length)
        {
            return null;
        }

        var words = masculine.Zip(feminine, InclusiveWord.Contract).ToList();
        return words.Contains(null) ? null : string.Join(' ', words);
    }

    private string Paired(string separator, Func<string, string> write) => Paired(separator, write, write);

    private string Paired(string separator, Func<string, string> writeMasculine, Func<string, string> writeFeminine)
    {
        if (Masculine == Feminine)
        {
            return writeMasculine(Masculine);
        }

        var masculine = Words(Masculine);
        var feminine = Words(Feminine);
        var shared = SharedTail(masculine, feminine);
        return writeMasculine(string.Join(' ', masculine[..^shared]))
            + separator
            + writeFeminine(string.Join(' ', feminine[..^shared]))
            + string.Concat(masculine[^shared..].Select(word => " " + word));
    }

    // At least one word stays on each side.
    private static int SharedTail(string[] masculine, string[] feminine)
    {
        var longest = Math.Min(masculine.Length, feminine.Length) - 1;
        var shared = 0;
        while (shared < longest && masculine[^(shared + 1)] == feminine[^(shared + 1)])
        {
            shared++;
        }

        return shared;
    }

    private static (string Left, string Right) Sides(string text)
    {
        var spaced = text.IndexOf(Separator, StringComparison.Ordinal);
        if (spaced >= 0)
        {
            return (text[..spaced].Trim(), text[(spaced + Separator.Length)..].Trim());
        }

        if (text[0] == '/' || text[^1] == '/')
        {
            return ("", "");
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return (text, text);
        }

        var (left, right) = (text[..slash], text[(slash + 1)..]);
        return AreTwoForms(Words(left), Words(right)) ? (left, right) : (text, text);
    }

    // « directeur technique/directrice technique », « analyste financier/analyste financière », but not « analyste biologie/microbiologie ».
    private static bool AreTwoForms(string[] left, string[] right) =>
        InclusiveWord.ArePair(Small(left[0]), Small(right[0]))
        || (left.Length > 1 && left.Length == right.Length && (left[0] == right[0] || left[^1] == right[^1]));

    // What one side leaves to the other: the tail of « Annotateur / Annotatrice de données », the head of « Garde forestier / Forestière ».
    private static (string[] Left, string[] Right) Completed(string[] left, string[] right)
    {
        var head = left[0] == right[0] ? 0 : Math.Max(0, Array.FindIndex(left, word => InclusiveWord.ArePair(Small(word), Small(right[0]))));
        var inCommon = left.Length - head;
        var tail = right.Length > inCommon && left[^1] != right[^1] ? right[inCommon..] : [];
        return ([.. left, .. tail], [.. left[..head], .. right]);
    }

    // A catalogue's stray capital (« Analyste Concepteur ») is brought down where the word changes with gender.
    private static string Written(string[] words, string[] other, Gender gender)
    {
        var settled = words.Select((word, i) => words.Length == other.Length && Small(word) != Small(other[i]) ? Sentence.Decapitalise(word) : word);
        return Sentence.Decapitalise(Bracketed().Replace(string.Join(' ', settled), match => Expand(match, gender)));
    }

    private static string Small(string word) => word.ToLowerInvariant();

    private static string Expand(Match match, Gender gender)
    {
        var masculine = match.Groups["word"].Value;
        var feminine = InclusiveWord.Feminise(masculine, match.Groups["ending"].Value);
        if (feminine is null)
        {
            return match.Value;
        }

        return gender is Gender.Feminine ? feminine : masculine;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<word>\p{L}{2,})\((?<ending>\p{Ll}{1,5})\)")]
    private static partial Regex Bracketed();
}
