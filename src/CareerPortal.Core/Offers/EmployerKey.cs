using System.Security.Cryptography;
using System.Text;
using CareerPortal.Search;

namespace CareerPortal.Offers;

/// <summary>
/// Stands for an employer where its name must not: the same for every way to write the name that differs in accents, capitals and signs alone.
/// </summary>
public static class EmployerKey
{
    /// <summary>Twelve hexadecimal digits: of a hundred thousand employers no two share one but by a chance of one in fifty thousand.</summary>
    public const int Length = 12;

    public static string Of(string name)
    {
        var plain = string.Join(
            ' ',
            LanguageWords.Fold(name).Split(' ').Select(w => string.Concat(w.Where(char.IsLetterOrDigit))).Where(w => w.Length > 0)
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)))[..Length];
    }

    public static bool Is(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
