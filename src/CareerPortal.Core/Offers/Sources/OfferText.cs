using System.Globalization;
using System.Net;
using System.Text;

namespace CareerPortal.Offers.Sources;

/// <summary>Texts of sources as plain text: nothing of them is ever shown as HTML.</summary>
internal static class OfferText
{
    private static readonly string[] Blocks = ["p", "div", "br", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "table"];
    private static readonly string[] Unsaid = ["script", "style", "template", "iframe"];

    /// <summary>How often what is decoded may turn out to be encoded once more.</summary>
    private const int MostTurns = 3;

    /// <summary>One line without control characters and needless spaces, cut at a length.</summary>
    public static string Line(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                gap = true;
                continue;
            }

            if (gap && line.Length > 0)
            {
                line.Append(' ');
            }

            gap = false;
            line.Append(c);
            if (line.Length >= most)
            {
                break;
            }
        }

        return Cut(line.ToString(), most);
    }

    /// <summary>One line of what may be HTML.</summary>
    public static string PlainLine(string text, int most) => Line(Plain(text, most * 4), most);

    /// <summary>The words of what may be HTML, with its paragraphs as lines; entities in entities are resolved, tags gone.</summary>
    public static string Plain(string text, int most)
    {
        // Longer than any text that is kept, and short enough to be worked on.
        var plain = text.Length > most * 8 ? text[..(most * 8)] : text;
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var next = WebUtility.HtmlDecode(WithoutTags(plain));
            if (next == plain)
            {
                break;
            }

            plain = next;
        }

        return Cut(Tidy(WithoutTags(plain)), most);
    }

    private static string WithoutTags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '<' || at + 1 >= text.Length || (!char.IsAsciiLetter(text[at + 1]) && text[at + 1] is not ('/' or '!' or '?')))
            {
                plain.Append(text[at]);
                continue;
            }

            var end = text.IndexOf('>', at);
            if (end < 0)
            {
                break;
            }

            var isEnd = text[at + 1] == '/';
            var from = at + (isEnd ? 2 : 1);
            var to = from;
            while (to < end && char.IsAsciiLetterOrDigit(text[to]))
            {
                to++;
            }

            var name = text[from..to].ToLowerInvariant();
            if (!isEnd && Unsaid.Contains(name) && text.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase) is var close)
            {
                at =
                    close < 0 ? text.Length
                    : text.IndexOf('>', close) is >= 0 and var closed ? closed
                    : text.Length;
                continue;
            }

            if (Blocks.Contains(name))
            {
                plain.Append(name == "li" && !isEnd ? "\n- " : "\n");
            }

            at = end;
        }

        return plain.ToString();
    }

    private static string Tidy(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => Line(l, int.MaxValue)).ToList();
        var tidy = new StringBuilder(text.Length);
        var gap = false;
        foreach (var line in lines)
        {
            if (line is "" or "-")
            {
                gap = tidy.Length > 0;
                continue;
            }

            if (tidy.Length > 0)
            {
                tidy.Append(gap ? "\n\n" : "\n");
            }

            gap = false;
            tidy.Append(line);
        }

        return tidy.ToString();
    }

    /// <summary>Cut, but not within a character of two units.</summary>
    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd();
}
