using System.Text;

namespace CareerPortal.Guides;

/// <summary>
/// The few marks that long texts of a guide may have: paragraphs, <c>**bold**</c>, <c>*italic*</c>, <c>[a link](https://…)</c> and lines that begin
/// with <c>- </c>. Everything else is words; a backslash makes a mark a sign like any other.
/// </summary>
public static class Prose
{
    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("*[\\\n\r");

    /// <summary>The text as a tree. What is not closed, and a link that may not be followed, stays words.</summary>
    public static IReadOnlyList<ProseBlock> Parse(string text) => new ProseReader().Read(text);

    /// <summary>Whether nothing in a text can be a mark, so that it is one paragraph of plain words.</summary>
    public static bool IsPlain(string text) => text.AsSpan().IndexOfAny(Signs) < 0 && !text.StartsWith(ProseReader.Item, StringComparison.Ordinal);

    /// <summary>The words alone, as they are counted, searched and told to machines.</summary>
    public static string Plain(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var words = new StringBuilder();
        foreach (var line in Parse(text).SelectMany(b => b.Lines))
        {
            if (words.Length > 0)
            {
                words.Append('\n');
            }

            Append(line);
        }

        return words.ToString();

        void Append(IReadOnlyList<ProseSpan> spans)
        {
            foreach (var span in spans)
            {
                words.Append(span.Text);
                Append(span.Spans);
            }
        }
    }

    /// <summary>The first thing in a text that is no mark of ours: a tag, a picture, a heading, a link nowhere, a mark that is not closed.</summary>
    public static string? FaultIn(string text)
    {
        if (TagIn(text) is { } tag)
        {
            return tag;
        }

        if (IsPlain(text) && !text.StartsWith(ProseReader.Heading))
        {
            return null;
        }

        var reader = new ProseReader();
        reader.Read(text);
        return reader.Fault;
    }

    /// <summary>The first mark in a text of a field that has none.</summary>
    public static string? MarkIn(string text) =>
        TagIn(text) ?? (IsPlain(text) ? null : FaultIn(text) ?? Parse(text).Select(FirstMark).FirstOrDefault(m => m is not null));

    /// <summary>The addresses that a text leads to.</summary>
    public static IEnumerable<string> AddressesIn(string text) =>
        IsPlain(text) ? [] : Parse(text).SelectMany(b => b.Lines).SelectMany(l => l).SelectMany(AddressesIn);

    /// <summary>Whether a link may lead to an address: a page of the web, or one of this site by its path.</summary>
    public static bool MayLeadTo(string address) =>
        address.Length <= ProseReader.MostAddress
        && (
            WebAddress.Is(address)
            || address.StartsWith('/')
                && !address.StartsWith("//", StringComparison.Ordinal)
                && !address.Any(c => c == '\\' || char.IsWhiteSpace(c) || char.IsControl(c))
        );

    internal static string Excerpt(string text, int at) => text.Length - at <= 40 ? text[at..] : string.Concat(text.AsSpan(at, 40), "…");

    private static string? TagIn(string text) => text.IndexOf('<', StringComparison.Ordinal) is >= 0 and var at ? Excerpt(text, at) : null;

    private static string? FirstMark(ProseBlock block) =>
        block.IsList
            ? ProseReader.Item.TrimEnd()
            : block.Lines.SelectMany(l => l).FirstOrDefault(s => s.Mark != ProseMark.None) switch
            {
                null => null,
                { Mark: ProseMark.Bold } => "**",
                { Mark: ProseMark.Italic } => "*",
                { Address: var address } => $"]({address})",
            };

    private static IEnumerable<string> AddressesIn(ProseSpan span) => span.Address is { } address ? [address] : span.Spans.SelectMany(AddressesIn);
}
