using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>Capital letters as French uses them: at the head of the sentence and in acronyms.</summary>
public static partial class Sentence
{
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
        if (!word.Success || word.Value.Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c))) return text;
        if (Lexicon.Find(word.Value) is { AlsoWord: false }) return text;
        return WithLetter(text, word.Index, char.ToLowerInvariant(text[word.Index]));
    }

    /// <summary>A heading in sentence case; one written all in capitals is brought down first and its acronyms restored.</summary>
    public static string Case(string text) =>
        Capitalise(Acronyms.Restore(text.Any(char.IsLower) || !text.Any(char.IsWhiteSpace) ? text : text.ToLowerInvariant()));

    private static string WithLetter(string text, int at, char letter) => string.Concat(text.AsSpan(0, at), [letter], text.AsSpan(at + 1));

    // A digit at the head is a word too: « 3D », « 1er » have no first letter to change.
    [GeneratedRegex("""(?<=^(?:[\s«“‘"'(\[*_]|<[^<>]*>)*)[\p{L}][\p{L}\p{M}\p{N}]*""")]
    private static partial Regex FirstWord();
}
