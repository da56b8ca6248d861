using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;

namespace CareerPortal.Offers.Sources;

/// <summary>Takes a feed in XML apart, record by record: no document type, nothing from outside, no more than one record held.</summary>
internal static class FeedXml
{
    private const int LongestValue = 200_000;
    private const int MostFields = 200;
    private const int Deepest = 20;
    private const int ChunkSize = 8 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 4L << 30,
    };

    /// <summary>The texts of each element of a name, by path: « salary/min »; null for one that is too long, with the line it begins on.</summary>
    /// <exception cref="XmlException">It is not well formed: what came before is whole.</exception>
    public static async IAsyncEnumerable<(IReadOnlyDictionary<string, string>? Fields, int Line)> ReadAsync(
        Stream stream,
        string element,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var reader = XmlReader.Create(stream, Settings);
        while (await reader.ReadAsync())
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
            {
                var line = ((IXmlLineInfo)reader).LineNumber;
                yield return (await RecordAsync(reader), line);
            }
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>?> RecordAsync(XmlReader reader)
    {
        var fields = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var path = new List<string>();
        var isTooLong = false;
        if (reader.IsEmptyElement)
        {
            return new Dictionary<string, string>();
        }

        var end = reader.Depth;
        var chunk = new char[ChunkSize];
        while (await reader.ReadAsync() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == end))
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !reader.IsEmptyElement:
                    path.Add(reader.Name);
                    isTooLong |= path.Count > Deepest;
                    break;
                case XmlNodeType.EndElement:
                    path.RemoveAt(path.Count - 1);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when path.Count > 0:
                    for (int read; (read = await reader.ReadValueChunkAsync(chunk, 0, chunk.Length)) > 0; )
                    {
                        isTooLong |= !Keep(fields, path[0], chunk.AsSpan(0, read));
                        isTooLong |= path.Count > 1 && !Keep(fields, string.Join('/', path), chunk.AsSpan(0, read));
                    }

                    break;
                default:
                    break;
            }
        }

        return isTooLong ? null : fields.ToDictionary(f => f.Key, f => f.Value.ToString().Trim(), StringComparer.Ordinal);
    }

    private static bool Keep(Dictionary<string, StringBuilder> fields, string name, ReadOnlySpan<char> text)
    {
        if (!fields.TryGetValue(name, out var value))
        {
            if (fields.Count >= MostFields)
            {
                return false;
            }

            fields[name] = value = new StringBuilder();
        }

        if (value.Length + text.Length > LongestValue)
        {
            return false;
        }

        value.Append(text);
        return true;
    }
}
