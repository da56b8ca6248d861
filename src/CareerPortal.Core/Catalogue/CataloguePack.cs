using System.IO.Compression;
using System.Text.Json;
using CareerPortal.Data;

namespace CareerPortal.Catalogue;

/// <summary>
/// An edition in one small file: JSON packed with Brotli. It holds facts (codes, titles, links, derived levels) with their attribution, and no
/// sentence of a catalogue.
/// </summary>
public static class CataloguePack
{
    private const string Shipped = "catalogue.json.br";

    /// <summary>More than this is no pack of the portal: a pack that unpacks without end is refused.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions Options = JsonDialect.Patient();

    /// <summary>The pack that the portal ships with.</summary>
    public static CatalogueEdition ReadShipped()
    {
        using var stream =
            typeof(CataloguePack).Assembly.GetManifestResourceStream(Shipped)
            ?? throw new InvalidOperationException($"The resource {Shipped} is missing.");
        return Read(stream);
    }

    /// <exception cref="InvalidDataException">It is no pack.</exception>
    public static CatalogueEdition Read(Stream stream)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using (var brotli = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true))
            {
                var buffer = new byte[81920];
                int read;
                while ((read = brotli.Read(buffer)) > 0)
                {
                    unpacked.Write(buffer, 0, read);
                    if (unpacked.Length > MostBytes)
                    {
                        throw new InvalidDataException("It unpacks to more than any pack holds.");
                    }
                }
            }

            unpacked.Position = 0;
            return JsonSerializer.Deserialize<CatalogueEdition>(unpacked, Options) ?? throw new InvalidDataException("It is empty.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("It is no pack of the catalogue.", e);
        }
    }

    /// <summary>Writes the edition without its texts; the same edition always gives the same bytes.</summary>
    public static void Write(Stream stream, CatalogueEdition edition)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        JsonSerializer.Serialize(brotli, edition with { Texts = null }, Options);
    }
}
