using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>Capital letters as French uses them: at the head of the sentence and in acronyms.</summary>
public static partial class Sentence
{
    // Where the people of these guides live and work; a name of two words is known by its second capital.
    private static readonly HashSet<string> Places = new(
        (
            "Anvers Arlon Bastogne Belgique Bruges Bruxelles Charleroi Ciney Dinant Eupen Europe Flandre "
            + "Gand Hainaut Hasselt Huy Ixelles Liège Limbourg Louvain Luxembourg "
            + "Malines Mons Mouscron Namur Nivelles Seraing Tournai Uccle Verviers Wallonie Wavre"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>The text with a capital first letter, accents kept; names such as iPhone are left alone.</summary>
    public static string Capitalise(string text)
    {
        var word = FirstWord().Match(text);
        return !word.Success || word.Value.Any(char.IsUpper) ? text : WithLetter(text, word.Index, char.ToUpperInvariant(text[word.Index]));
    }

    /// <summary>The text as it stands inside a sentence; acronyms and known names keep their capitals.</summary>
    public static string Decapitalise(string text)
    {
        var word = FirstWord().Match(text);
        if (!word.Success || word.Value.Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c)))
        {
            return text;
        }

        if (Lexicon.Find(word.Value) is { AlsoWord: false })
        {
            return text;
        }

        return WithLetter(text, word.Index, char.ToLowerInvariant(text[word.Index]));
    }

    /// <summary>The text as it stands after a colon: small, unless it opens a quotation, a name or a place.</summary>
    public static string AfterColon(string text)
    {
        var word = FirstWord().Match(text);
        return !word.Success || Opening().IsMatch(text) || Places.Contains(word.Value) || LongWordBeforeName().IsMatch(text)
            ? text
            : Decapitalise(text);
    }

    /// <summary>A heading in sentence case; one written all in capitals is brought down first and its acronyms restored.</summary>
    public static string Case(string text) =>
        Capitalise(Acronyms.Restore(text.Any(char.IsLower) || !text.Any(char.IsWhiteSpace) ? text : text.ToLowerInvariant()));

    private static string WithLetter(string text, int at, char letter) => string.Concat(text.AsSpan(0, at), [letter], text.AsSpan(at + 1));

    [GeneratedRegex(@"^\s*[«“""'‘]")]
    private static partial Regex Opening();

    // « Bruxelles Formation », « Haute École », but not « Le Forem »: articles are short.
    [GeneratedRegex(@"^\s*\p{Lu}[\p{L}\p{M}’'-]{3,}[ \u00A0]\p{Lu}")]
    private static partial Regex LongWordBeforeName();

    // A digit at the head is a word too: « 3D », « 1er » have no first letter to change.
    [GeneratedRegex("""(?<=^(?:[\s«“‘"'(\[*_]|<[^<>]*>)*)[\p{L}][\p{L}\p{M}\p{N}]*""")]
    private static partial Regex FirstWord();
}
