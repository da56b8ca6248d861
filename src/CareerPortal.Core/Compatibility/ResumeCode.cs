using System.Globalization;
using System.Security.Cryptography;

namespace CareerPortal.Compatibility;

/// <summary>The unguessable code (80 random bits) by which someone takes up a quiz again; only its hash is stored.</summary>
public sealed record ResumeCode
{
    public const int HashLength = 32;

    /// <summary>The longest text that a code is looked for in: the address of a page of the quiz fits.</summary>
    public const int LongestTyped = 200;

    // Crockford's base 32: no letter that can be taken for a digit.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 16;
    private const int Group = 4;
    private const char MinusSign = '\u2212';

    /// <summary>What stands before the code in an address.</summary>
    private const string AddressMark = "quiz/session/";

    private readonly string _text;

    private ResumeCode(string text) => _text = text;

    public static ResumeCode New() => new(RandomNumberGenerator.GetString(Alphabet, Characters));

    /// <summary>
    /// Reads a code as people type it: any case, with or without dashes and spaces of any kind, O for 0, I or L for 1; and as
    /// they paste it: between quotes or before a full stop, or the whole address of their quiz.
    /// </summary>
    public static ResumeCode? Parse(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
        {
            return null;
        }

        var text = new string([
            .. CodeIn(typed)
                .ToUpperInvariant()
                .Where(c => !IsBetween(c))
                .Select(c =>
                    c switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        _ => c,
                    }
                ),
        ]);
        return text.Length == Characters && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? new ResumeCode(text) : null;
    }

    /// <summary>The part of an address that holds the code, or the whole, without any signs around it.</summary>
    private static string CodeIn(string typed)
    {
        var mark = typed.LastIndexOf(AddressMark, StringComparison.OrdinalIgnoreCase);
        var part = mark < 0 ? typed : typed[(mark + AddressMark.Length)..].Split('/', '?', '#')[0];
        var (start, end) = (0, part.Length);
        while (start < end && !char.IsLetterOrDigit(part[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(part[end - 1]))
        {
            end--;
        }

        return part[start..end];
    }

    /// <summary>What may stand between letters: dashes, the minus sign, spaces, and signs that nobody sees, such as a soft hyphen.</summary>
    private static bool IsBetween(char c) =>
        char.IsWhiteSpace(c) || c == MinusSign || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;

    public byte[] Hash() => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(_text));

    /// <summary>The code in groups of four, as it is shown and as it stands in addresses.</summary>
    public override string ToString() => string.Join('-', Enumerable.Range(0, Characters / Group).Select(i => _text.Substring(i * Group, Group)));
}
