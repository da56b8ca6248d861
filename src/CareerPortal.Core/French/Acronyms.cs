using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>Gives acronyms and names their known letters: « annotateur de données ia » becomes « annotateur de données IA ».</summary>
public static partial class Acronyms
{
    /// <summary>Whether the word, in any letter case, is a known acronym or name.</summary>
    public static bool IsKnown(string word) => Lexicon.Find(word) is not null;

    /// <summary>Writes every known acronym as it should be; addresses of pages and people stay untouched.</summary>
    public static string Restore(string text) =>
        AddressOrWord().Replace(text, match => match.Groups["word"].Success ? Lexicon.Spelling(match.Value) ?? match.Value : match.Value);

    [GeneratedRegex(
        """
            (?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|(?<![\p{L}\p{N}./@#])(?<word>[\p{L}\p{N}](?:[\p{L}\p{N}&]*[\p{L}\p{N}])?)(?![\p{L}\p{N}@]|\.\p{L}|['’]\p{L})
            """
    )]
    private static partial Regex AddressOrWord();
}
