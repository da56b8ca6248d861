using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>How a text begins to the ear: whether the word before it elides, and whether usage is settled on that.</summary>
internal readonly partial record struct Onset(bool Elides, bool Settled)
{
    private const string LettersNamedWithAVowel = "AEFHILMNORSUX";

    private static readonly Onset Vowel = new(true, true);
    private static readonly Onset Consonant = new(false, true);
    private static readonly Onset ConsonantRather = new(false, false);
    private static readonly Onset VowelRather = new(true, false);

    public static Onset Of(string text)
    {
        var match = FirstWord().Match(text);
        var word = match.Groups["word"].Value;
        if (word.Length == 0)
        {
            return ConsonantRather;
        }

        if (char.IsDigit(word[0]))
        {
            return ConsonantRather;
        }

        if (word.Length > 1 && RomanOrdinal().IsMatch(word))
        {
            return Consonant;
        }

        var dotted = match.Groups["dot"].Success;
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return Letter(word[0], dotted);
        }

        return IsAcronym(word) ? Acronym(word) : Word(word, afterCapital: char.IsUpper(word[0]));
    }

    /// <summary>The text up to its first word: spaces, opening quotation marks, emphasis and tags.</summary>
    public static string Opening(string text) => FirstWord().Match(text).Groups["opening"].Value;

    /// <summary>The first word, or nothing where the text has none.</summary>
    public static string Head(string text) => FirstWord().Match(text).Groups["word"].Value;

    // « de A à Z », « le Y », but « l’O.N.U. ».
    private static Onset Letter(char letter, bool dotted) =>
        dotted ? Acronym(letter.ToString())
        : "AEIOUY".Contains(letter) ? ConsonantRather
        : Word(letter.ToString(), true);

    private static bool IsAcronym(string word) =>
        word.Length is >= 2 and <= 6 && word.All(letter => !char.IsLower(letter)) && word.Any(char.IsAsciiLetterUpper) && word.All(char.IsAscii);

    // Before a vowel one always elides (l’IA, d’OCR). Before a consonant whose name begins with a vowel usage keeps the
    // article whole (le SPF, la SNCB, le RGPD) and mostly « de » as well; « d’HLM » is the one that has settled.
    private static Onset Acronym(string word)
    {
        if (word == "HLM")
        {
            return VowelRather;
        }

        if ("AEIOU".Contains(word[0]))
        {
            return Vowel;
        }

        if (word[0] == 'Y')
        {
            return Word(word, true);
        }

        return LettersNamedWithAVowel.Contains(word[0]) ? ConsonantRather : Consonant;
    }

    private static Onset Word(string word, bool afterCapital)
    {
        var small = word.ToLowerInvariant();
        var plain = PlainLetters.Of(small);

        return plain[0] switch
        {
            'h' when AspirateH.Begins(plain) => afterCapital ? ConsonantRather : Consonant,
            'h' => afterCapital || plain is "hyene" or "hyenes" or "hiatus" or "hindi" ? VowelRather : Vowel,
            'y' => Y(plain),
            'o' when small is "oui" or "ouis" || plain.StartsWith("onz", StringComparison.Ordinal) => Consonant,
            'o' when plain.StartsWith("ouistiti", StringComparison.Ordinal) => Consonant,
            'o' when plain is "ouate" or "oued" => ConsonantRather,
            'u' when plain.StartsWith("uhlan", StringComparison.Ordinal) => Consonant,
            'u' when plain is "un" or "une" => VowelRather,
            'a' or 'e' or 'i' or 'o' or 'u' => Vowel,
            _ => Consonant,
        };
    }

    // Alone it is the pronoun (d’y aller); before a consonant a vowel (Ypres, Yvoir); before a vowel a consonant (yaourt), but yeux.
    private static Onset Y(string plain)
    {
        if (plain.Length == 1 || !"aeiouy".Contains(plain[1]))
        {
            return Vowel;
        }

        return plain is "yeux" or "yeuse" or "yeuses" or "yonne" or "yeu" ? Vowel : Consonant;
    }

    [GeneratedRegex("""^(?<opening>(?:[\s«“‘"'(\[*_]|<[^<>]*>)*)(?<word>[\p{L}\p{M}\p{N}&]*)(?<dot>\.)?""")]
    private static partial Regex FirstWord();

    [GeneratedRegex("^(?=[IVX])(?:X{0,3}(?:IX|IV|V?I{0,3}))(?:er|re|e)?$")]
    private static partial Regex RomanOrdinal();
}
