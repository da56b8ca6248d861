using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>The title of an occupation in both genders, written as it stands inside a sentence, and the forms a page needs of it.</summary>
public sealed partial record GenderedTitle(string Masculine, string Feminine)
{
    private const string Separator = " / ";

    /// <summary>What agrees with a feminine name that it stands right behind, where a catalogue writes the tail once: « Barman / Barmaid expert ».</summary>
    private static readonly Dictionary<string, string> Agreeing = new(StringComparer.Ordinal)
    {
        ["chef"] = "cheffe",
        ["expert"] = "experte",
        ["adjoint"] = "adjointe",
        ["principal"] = "principale",
        ["général"] = "générale",
        ["qualifié"] = "qualifiée",
        ["confirmé"] = "confirmée",
    };

    /// <summary>« Adjointe chef d’atelier » helps whoever leads it, man or woman.</summary>
    private static readonly string[] WhoHelps = ["adjointe", "assistante", "collaboratrice"];

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

        var (left, right) = Sides(Acronyms.Restore(Settled(Spaces().Replace(text.Trim(), " "))));
        if (left.Length == 0 || right.Length == 0)
        {
            return false;
        }

        var (masculine, feminine) = Completed(Words(left), Words(right));
        if (InclusiveWord.ArePair(Small(feminine[0]), Small(masculine[0])) && !InclusiveWord.ArePair(Small(masculine[0]), Small(feminine[0])))
        {
            (masculine, feminine) = (feminine, masculine);
        }

        var his = Written(masculine, feminine, Gender.Masculine);
        title = new GenderedTitle(his, Agreed(Written(feminine, masculine, Gender.Feminine), his));
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
        if (spaced >= 0 && Bracketed().Matches(text[..spaced]).Any(IsExpanded))
        {
            // « Technicien(ne) maintenance chauffage / Ventilation » has said its two forms already.
            return (text, text);
        }

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

    // « directeur technique/directrice technique », « analyste financier/analyste financière », « garde national/nationale »,
    // but not « analyste biologie/microbiologie ».
    private static bool AreTwoForms(string[] left, string[] right) =>
        InclusiveWord.ArePair(Small(left[0]), Small(right[0]))
        || InclusiveWord.ArePair(Small(left[^1]), Small(right[0]))
        || (left.Length > 1 && left.Length == right.Length && (left[0] == right[0] || left[^1] == right[^1]));

    // What one side leaves to the other: the tail of « Annotateur / Annotatrice de données », the head of « Garde forestier / Forestière ».
    private static (string[] Left, string[] Right) Completed(string[] left, string[] right)
    {
        var head = left[0] == right[0] ? 0 : Math.Max(0, Array.FindIndex(left, word => InclusiveWord.ArePair(Small(word), Small(right[0]))));
        var inCommon = left.Length - head;
        var tail = right.Length > inCommon && left[^1] != right[^1] ? right[inCommon..] : [];
        return ([.. left, .. tail], [.. left[..head], .. right]);
    }

    /// <summary>What catalogues write in other ways, in the one way that is read here: « vérificateur (trice) », « Assistant/(e) », « Electricien ».</summary>
    private static string Settled(string text)
    {
        var joined = Apart()
            .Replace(
                text,
                match =>
                    InclusiveWord.Feminise(match.Groups["word"].Value, match.Groups["ending"].Value) is null
                        ? match.Value
                        : $"{match.Groups["word"]}({match.Groups["ending"]})"
            );
        return BareCapital().Replace(AgreedOnce().Replace(joined, "$1$2(e)"), "É");
    }

    // A catalogue's stray capitals (« Analyste Concepteur », « Auxiliaire Vétérinaire Qualifié ») are brought down around a word that changes with gender.
    private static string Written(string[] words, string[] other, Gender gender)
    {
        var settled = (string[])words.Clone();
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && words[i - 1] == "/")
            {
                settled[i] = Sentence.Decapitalise(words[i]);
            }

            if (words.Length != other.Length || Small(words[i]) == Small(other[i]))
            {
                continue;
            }

            settled[i] = Sentence.Decapitalise(words[i]);
            for (var near = i - 1; near > 0 && IsCapital(words[i]) && IsCapital(words[near]); near--)
            {
                settled[near] = Sentence.Decapitalise(words[near]);
            }
        }

        return Sentence.Decapitalise(Bracketed().Replace(string.Join(' ', settled), match => Expand(match, gender)));
    }

    private static bool IsCapital(string word) => char.IsUpper(word[0]);

    /// <summary>The feminine with what the catalogue left in the masculine: « ingénieure chef d’îlot », « chef de poste » alone.</summary>
    private static string Agreed(string feminine, string masculine)
    {
        var (hers, his) = (Words(feminine), Words(masculine));
        if (hers.Length != his.Length)
        {
            return feminine;
        }

        if (feminine == masculine && hers[0] == "chef")
        {
            hers[0] = Agreeing[hers[0]];
        }

        for (var i = 1; i < hers.Length; i++)
        {
            var follows = hers[i - 1] != his[i - 1] && !WhoHelps.Contains(hers[i - 1]);
            if (Agreeing.TryGetValue(hers[i], out var agreed) && his[i] == hers[i] && (follows || (hers[i - 1] == "/" && hers[i] == "chef")))
            {
                hers[i] = agreed;
            }
        }

        return string.Join(' ', hers);
    }

    private static string Small(string word) => word.ToLowerInvariant();

    private static bool IsExpanded(Match match) => InclusiveWord.Feminise(match.Groups["word"].Value, match.Groups["ending"].Value) is not null;

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

    [GeneratedRegex(@"(?<word>\p{L}{2,})(?:/\((?<ending>\p{Ll}{1,5})\)| \((?<ending>\p{Ll}{2,5})\))")]
    private static partial Regex Apart();

    // « Agent(e) spécialisée »: the bracket holds for the word behind it too.
    [GeneratedRegex(@"(\(e\) )(\p{L}{3,}é)e(?!\p{L})")]
    private static partial Regex AgreedOnce();

    // « Electricien », « Ecrivain », « d'Etat »: the accent that a typewriter left off. Before other groups of consonants there is none.
    [GeneratedRegex(
        @"(?<!\p{L})E(?!ditors?\b|nergy|vents?\b|venting|mail\b|mailing|quity)(?=(?:ch|ph|th|qu|gu|[bcdfgptv][lr]|[bcdfghjklmnprtvz])[aeiouyéèêëâàîïôûœ])"
    )]
    private static partial Regex BareCapital();
}
