using System.Text;

namespace CareerPortal.Guides;

/// <summary>Reads one text with its marks, each sign once or a few times: a text of a megabyte takes no longer for being hostile.</summary>
internal sealed class ProseReader
{
    public const string Item = "- ";
    public const char Heading = '#';
    public const int MostAddress = 2_000;

    private const string Escapable = "\\*[]-#";

    /// <summary>The first thing that is no mark of ours.</summary>
    public string? Fault { get; private set; }

    public List<ProseBlock> Read(string text)
    {
        if (Prose.IsPlain(text))
        {
            Note(text, 0, IsHeading(text));
            return
            [
                new ProseBlock(
                    false,
                    [
                        [ProseSpan.Words(text)],
                    ]
                ),
            ];
        }

        var blocks = new List<ProseBlock>();
        var paragraph = new List<string>();
        var items = new List<IReadOnlyList<ProseSpan>>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            Note(line, 0, IsHeading(line));
            if (line.StartsWith(Item, StringComparison.Ordinal) && line.Length > Item.Length)
            {
                EndParagraph();
                items.Add(Spans(line[Item.Length..].Trim()));
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                EndParagraph();
                EndList();
            }
            else
            {
                EndList();
                paragraph.Add(line);
            }
        }

        EndParagraph();
        EndList();
        return blocks;

        void EndParagraph()
        {
            if (paragraph.Count > 0)
            {
                blocks.Add(new ProseBlock(false, [Spans(string.Join('\n', paragraph))]));
                paragraph.Clear();
            }
        }

        void EndList()
        {
            if (items.Count > 0)
            {
                blocks.Add(new ProseBlock(true, [.. items]));
                items.Clear();
            }
        }
    }

    private static bool IsHeading(string line) => line.TrimStart(Heading) is var rest && rest.Length < line.Length && rest.StartsWith(' ');

    private List<ProseSpan> Spans(string text) => Within(text, 0, text.Length, Allowed.All);

    private List<ProseSpan> Within(string text, int from, int end, Allowed allowed)
    {
        var spans = new List<ProseSpan>();
        var words = new StringBuilder();
        var (boldMayClose, italicMayClose) = (true, true);
        var at = from;
        while (at < end)
        {
            var sign = text[at];
            if (sign == '\\' && at + 1 < end && Escapable.Contains(text[at + 1], StringComparison.Ordinal))
            {
                words.Append(text[at + 1]);
                at += 2;
                continue;
            }

            if (sign == '*')
            {
                var isBold = at + 1 < end && text[at + 1] == '*';
                var width = isBold ? 2 : 1;
                var mark = isBold ? Allowed.Bold : Allowed.Italic;
                if (allowed.HasFlag(mark) && Opens(text, from, at, width, end) && (isBold ? boldMayClose : italicMayClose))
                {
                    var close = Closer(text, at + width, end, width);
                    if (close > 0)
                    {
                        Flush();
                        var inner = Within(text, at + width, close, allowed & ~mark);
                        spans.Add(new ProseSpan(isBold ? ProseMark.Bold : ProseMark.Italic, "", inner));
                        at = close + width;
                        continue;
                    }

                    (boldMayClose, italicMayClose) = (boldMayClose && !isBold, italicMayClose && isBold);
                }

                Note(text, at, isBold);
                words.Append(text, at, width);
                at += width;
                continue;
            }

            if (sign == '[' && Link(text, at, end) is var (textEnd, addressEnd))
            {
                var address = addressEnd < 0 ? "" : text[(textEnd + 2)..addressEnd];
                var isPicture = at > from && text[at - 1] == '!';
                if (allowed.HasFlag(Allowed.Link) && !isPicture && textEnd > at + 1 && Prose.MayLeadTo(address))
                {
                    Flush();
                    spans.Add(new ProseSpan(ProseMark.Link, "", Within(text, at + 1, textEnd, allowed & ~Allowed.Link), address));
                    at = addressEnd + 1;
                    continue;
                }

                Note(text, isPicture ? at - 1 : at, true);
            }

            words.Append(sign);
            at++;
        }

        Flush();
        return spans;

        void Flush()
        {
            if (words.Length > 0)
            {
                spans.Add(ProseSpan.Words(words.ToString()));
                words.Clear();
            }
        }
    }

    /// <summary>A mark opens before something, and not within a word or a sum: « 5*3 ».</summary>
    private static bool Opens(string text, int from, int at, int width, int end) =>
        at + width < end && !char.IsWhiteSpace(text[at + width]) && (at == from || !char.IsLetterOrDigit(text[at - 1]));

    /// <summary>Where the mark is closed; -1 where it is not.</summary>
    private static int Closer(string text, int from, int end, int width)
    {
        for (var at = from; at < end; at++)
        {
            if (text[at] == '\\')
            {
                at++;
                continue;
            }

            if (text[at] != '*')
            {
                continue;
            }

            var run = 1;
            while (at + run < end && text[at + run] == '*')
            {
                run++;
            }

            // Of three the last ones close what was opened first; two within a single mark open and close bold letters.
            var close = at + run - width;
            var fits = width == 2 ? run >= 2 : run is 1 or >= 3;
            if (fits && close > from && !char.IsWhiteSpace(text[at - 1]) && (at + run >= end || !char.IsLetterOrDigit(text[at + run])))
            {
                return close;
            }

            at += run - 1;
        }

        return -1;
    }

    /// <summary>Where the words of « [words](address) » and its address end; the latter before the text where it does not.</summary>
    private static (int TextEnd, int AddressEnd)? Link(string text, int at, int end)
    {
        var textEnd = at + 1;
        while (textEnd < end && text[textEnd] is not (']' or '['))
        {
            textEnd++;
        }

        if (textEnd + 1 >= end || text[textEnd] != ']' || text[textEnd + 1] != '(')
        {
            return null;
        }

        var limit = Math.Min(end, textEnd + 3 + MostAddress);
        var addressEnd = textEnd + 2;
        while (addressEnd < limit && text[addressEnd] is not (')' or '(' or '\n'))
        {
            addressEnd++;
        }

        return addressEnd < limit && text[addressEnd] == ')' ? (textEnd, addressEnd) : (textEnd, -1);
    }

    private void Note(string text, int at, bool isFault) => Fault ??= isFault ? Prose.Excerpt(text, at) : null;

    [Flags]
    private enum Allowed
    {
        Bold = 1,
        Italic = 2,
        Link = 4,
        All = Bold | Italic | Link,
    }
}
