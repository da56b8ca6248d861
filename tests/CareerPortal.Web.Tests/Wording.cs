using System.Text.RegularExpressions;

namespace CareerPortal.Web.Tests;

/// <summary>Texts without what typesetting adds to them, so that they can be compared.</summary>
public static partial class Wording
{
    /// <summary>Plain spaces, straight apostrophes, nothing around.</summary>
    public static string Plain(string text) => Spaces().Replace(text.Replace('’', '\''), " ").Trim();

    [GeneratedRegex(@"[\s\u00A0\u202F\u2009]+")]
    private static partial Regex Spaces();
}
