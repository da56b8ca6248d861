using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>Tells whether a text keeps to tu or to vous; quotations speak for themselves and are left out.</summary>
public static partial class RegisterCheck
{
    /// <summary>Every word of address when the text uses both registers; nothing when it keeps to one.</summary>
    public static IReadOnlyList<RegisterWord> Mixed(string text)
    {
        var words = Words(text);
        return words.DistinctBy(word => word.Register).Count() > 1 ? words : [];
    }

    /// <summary>The words that do not speak in the register the guide has chosen.</summary>
    public static IReadOnlyList<RegisterWord> Against(string text, Register chosen) => [.. Words(text).Where(word => word.Register != chosen)];

    private static List<RegisterWord> Words(string text)
    {
        var prose = ProtectedText.Blot(text);
        var words = new List<RegisterWord>();
        var at = 0;
        while (at < prose.Length)
        {
            if (!char.IsLetter(prose[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < prose.Length && char.IsLetter(prose[end]))
            {
                end++;
            }

            if (MayAddress(prose.AsSpan(at, end - at)) && Address().Match(prose, at) is { Success: true } match)
            {
                words.Add(new RegisterWord(match.Value, match.Groups["tu"].Success ? Register.Tu : Register.Vous, match.Index));
            }

            at = end;
        }

        return words;
    }

    /// <summary>Every word of the pattern begins or ends so.</summary>
    private static bool MayAddress(ReadOnlySpan<char> word) => word[0] is 't' or 'T' or 'v' or 'V' or 'ê' or 'Ê' || word[^1] is 'z' or 'Z';

    // « ton » is also a sound and « tu » what one has not said; « rendez-vous » is a noun; a few words end in -ez without addressing anyone.
    [GeneratedRegex(
        """
            \G(?:
            (?<tu>
                (?<![\p{L}\p{N}’'])(?<!\b(?:s’est|s'est|ont|a|est|été)\s)tu(?![\p{L}\p{N}·])
              | (?<![\p{L}\p{N}’'·])(?:te|toi|tes|ta)(?![\p{L}\p{N}’'·])
              | (?<![\p{L}\p{N}’'-])t(?=[’']\p{L})
              | (?<![\p{L}\p{N}’'])(?<!\b(?:le|un|du|au|ce|de|son|mon|notre|votre|leur|bon|même|quel|demi)\s)ton(?![\p{L}\p{N}·])
              | (?<=\b(?:le|la|les|du|des|au|aux)\s)tien(?:ne)?s?(?![\p{L}\p{N}])
            )
            |
            (?<vous>
                (?<![\p{L}\p{N}’'])(?<!\brendez-)vous(?![\p{L}\p{N}])
              | (?<![\p{L}\p{N}’'-])(?:votre|vos|vôtres?|êtes)(?![\p{L}\p{N}])
              | (?<![\p{L}\p{N}-])(?!(?:assez|chez|nez|rez|fez|raz|merguez|suez|rodriguez|sanchez|fernandez|gomez|lopez|martinez|perez|alvarez)(?![\p{L}]))
                (?-i:(?!(?<=[\p{Ll},]\s)\p{Lu}))\p{L}{2,}ez(?![\p{L}\p{N}])(?<!\brendez(?=-vous))
            ))
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Address();
}
