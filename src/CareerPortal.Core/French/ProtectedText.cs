using System.Buffers;
using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>Hides from a rule what is not prose (addresses, tags, code), each behind one character, and puts it back after.</summary>
internal static partial class ProtectedText
{
    /// <summary>Stands for one hidden piece.</summary>
    public const char Mark = '\uE000';

    private static readonly SearchValues<char> Signs = SearchValues.Create("\uE000@<&`]«“\"");

    /// <summary>Applies a rewriting to the prose alone.</summary>
    public static string Rewrite(string text, Func<string, string> rewrite)
    {
        var hidden = new Queue<string>(NotProse().Matches(text).Select(match => match.Value));
        var prose = rewrite(NotProse().Replace(text, Mark.ToString()));
        return OneMark().Replace(prose, _ => hidden.Dequeue());
    }

    /// <summary>The text at its full length with everything that is not plain prose, quotations included, blotted out.</summary>
    public static string Blot(string text) => IsAllProse(text) ? text : Quotation().Replace(NotProse().Replace(text, Blotted), Blotted);

    /// <summary>Most texts hold nothing that any of the patterns could begin with.</summary>
    private static bool IsAllProse(string text) =>
        text.AsSpan().IndexOfAny(Signs) < 0 && !text.Contains("://", StringComparison.Ordinal) && !text.Contains("www.", StringComparison.Ordinal);

    private static string Blotted(Match match) => new(Mark, match.Length);

    [GeneratedRegex(
        """
            \uE000
            | (?:https?://|www\.)[^\s<>«»"\uE000]*[^\s<>«»"\uE000.,;:!?)\]'’…]
            | [\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+
            | </?[A-Za-z][^<>]*>
            | &\#?[A-Za-z0-9]+;
            | `[^`]*`
            | \]\([^()\s]*\)
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex NotProse();

    [GeneratedRegex("\uE000")]
    private static partial Regex OneMark();

    [GeneratedRegex("«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")]
    private static partial Regex Quotation();
}
