using System.Globalization;
using System.Text;

namespace CareerPortal;

/// <summary>
/// Letters without their accents, so that text is compared as people type it in haste. The engine has its own: it knows no other project.
/// </summary>
public static class PlainLetters
{
    /// <summary>The text without accents; what joins two letters becomes the two: « œ », « æ », « ß ».</summary>
    public static string Of(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 2);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            _ = c switch
            {
                'œ' => plain.Append("oe"),
                'Œ' => plain.Append("Oe"),
                'æ' => plain.Append("ae"),
                'Æ' => plain.Append("Ae"),
                'ß' => plain.Append("ss"),
                _ when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark => plain,
                _ => plain.Append(c),
            };
        }

        return plain.ToString();
    }
}
