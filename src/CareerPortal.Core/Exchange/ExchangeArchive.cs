using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CareerPortal.Exchange;

/// <summary>Exchange files in one archive: the same files always give the same bytes, and what is read from one has bounds.</summary>
public static partial class ExchangeArchive
{
    /// <summary>What files are written in: the value of the fault where one is in something else.</summary>
    public const string Encoding = "UTF-8";

    public const int MostFiles = 20_000;
    public const int MostBytes = 128 * 1024 * 1024;
    public const int MostBytesOfFile = 8 * 1024 * 1024;

    /// <summary>Archives cannot hold an earlier day; the day of the export would make each another one.</summary>
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(IReadOnlyDictionary<string, string> files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Written;
                using var content = entry.Open();
                content.Write(Strict.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The files of an archive by their names; folders are passed over.</summary>
    /// <exception cref="ExchangeFaultException">It is no archive of such files, or too large a one.</exception>
    public static IReadOnlyDictionary<string, string> Read(string archiveName, byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var files = new Dictionary<string, string>(StringComparer.Ordinal);
            var left = MostBytes;
            foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
            {
                if (!Name().IsMatch(entry.FullName))
                {
                    throw Fault(entry.FullName, FaultKind.UnknownFile);
                }

                if (files.Count == MostFiles)
                {
                    throw Fault(archiveName, FaultKind.TooLong, $"> {MostFiles}");
                }

                var content = ReadEntry(entry, Math.Min(left, MostBytesOfFile)) ?? throw Fault(entry.FullName, FaultKind.TooLong);
                left -= content.Length;
                if (!files.TryAdd(entry.FullName, TextOf(entry.FullName, content)))
                {
                    throw Fault(entry.FullName, FaultKind.DuplicateCode, entry.FullName);
                }
            }

            return files;
        }
        catch (InvalidDataException e)
        {
            throw Fault(archiveName, FaultKind.Unreadable, e.Message);
        }
    }

    /// <summary>The text of a file that has to be UTF-8.</summary>
    /// <exception cref="ExchangeFaultException">It is not; the fault names the line.</exception>
    public static string TextOf(string name, byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n');
            throw Fault(name, FaultKind.Unreadable, Encoding, line);
        }
    }

    /// <summary>What an entry holds, however much it says that is; null where it is more than allowed.</summary>
    private static byte[]? ReadEntry(ZipArchiveEntry entry, int most)
    {
        using var content = entry.Open();
        return ReadAll(content, most);
    }

    /// <summary>All that a stream holds; null where it is more than allowed.</summary>
    internal static byte[]? ReadAll(Stream content, int most)
    {
        using var held = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (content.Read(buffer) is var read and > 0)
        {
            if (held.Length + read > most)
            {
                return null;
            }

            held.Write(buffer, 0, read);
        }

        return held.ToArray();
    }

    private static ExchangeFaultException Fault(string name, FaultKind kind, string? value = null, int? line = null) =>
        new([new ExchangeFault(name, "$", kind, value) { Line = line }]);

    [GeneratedRegex(@"^(guides/)?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]{2})?\.json$")]
    private static partial Regex Name();
}
