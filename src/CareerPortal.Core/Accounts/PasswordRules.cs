using System.Text;

namespace CareerPortal.Accounts;

/// <summary>
/// What a password must be (NIST SP 800-63B): long enough, and none of those that are tried first. Nothing is asked of its characters.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>A password may hold a name, if that much of it is something else.</summary>
    private const int LeastOfItsOwn = 8;

    private static readonly Lazy<IReadOnlySet<string>> Common = new(Read);

    /// <summary>Why a password is not taken; null where it is.</summary>
    public static PasswordFault? FaultOf(string? password, params ReadOnlySpan<string?> known)
    {
        // Characters are counted as people see them: an emoji is one.
        var length = password?.EnumerateRunes().Count() ?? 0;
        if (length < Shortest)
        {
            return PasswordFault.TooShort;
        }

        if (password!.Length > Longest)
        {
            return PasswordFault.TooLong;
        }

        var plain = Plain(password);
        if (IsCommon(plain))
        {
            return PasswordFault.Common;
        }

        foreach (var word in known)
        {
            foreach (var part in (word ?? "").Split(['@', '.', ' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Append(word ?? ""))
            {
                var own = Plain(part);
                if (
                    own.Length > 2
                    && plain.Contains(own, StringComparison.Ordinal)
                    && plain.Replace(own, "", StringComparison.Ordinal).Length < LeastOfItsOwn
                )
                {
                    return PasswordFault.LikeYou;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Whether it is a common one, also written twice, with a year or signs behind it, in leet, or made of very few characters or of a row of keys.
    /// </summary>
    private static bool IsCommon(string plain)
    {
        if (plain.Distinct().Count() < 5 || IsRow(plain))
        {
            return true;
        }

        foreach (var text in new[] { plain, Unleet(plain) })
        {
            var core = text.Trim("0123456789!?.*+-_#$%&@ ".ToCharArray());
            var word = Repeated(core);
            if (Common.Value.Contains(text) || Common.Value.Contains(core) || Common.Value.Contains(word) || Common.Value.Contains(Repeated(text)))
            {
                return true;
            }

            // Two common words in a row, such as « motdepassesecret ».
            for (var cut = 3; cut <= core.Length - 3; cut++)
            {
                if (Common.Value.Contains(core[..cut]) && Common.Value.Contains(core[cut..]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsRow(string plain)
    {
        foreach (
            var row in new[] { "azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz", "01234567890123456789" }
        )
        {
            var back = new string([.. row.Reverse()]);
            if (row.Contains(plain, StringComparison.Ordinal) || back.Contains(plain, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The part that a text repeats.</summary>
    private static string Repeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && string.Concat(Enumerable.Repeat(text[..length], text.Length / length)) == text)
            {
                return text[..length];
            }
        }

        return text;
    }

    private static string Unleet(string text) =>
        string.Concat(
            text.Select(c =>
                c switch
                {
                    '0' => 'o',
                    '1' => 'i',
                    '3' => 'e',
                    '4' or '@' => 'a',
                    '5' or '$' => 's',
                    '7' => 't',
                    _ => c,
                }
            )
        );

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in PlainLetters.Of(string.Concat(text.EnumerateRunes())).ToLowerInvariant())
        {
            if (c is not (' ' or '-' or '_' or '.' or '\''))
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }
}
