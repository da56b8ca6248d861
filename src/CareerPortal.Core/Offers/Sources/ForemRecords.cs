using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CareerPortal.Offers.Sources;

/// <summary>Reads Le Forem's open data, record by record; a bad record is rejected with its reason and never spoils the others.</summary>
public sealed class ForemRecords(OfferReader reader)
{
    /// <exception cref="JsonException">What comes is no array of records, or ends before it does: what was read until then is whole.</exception>
    /// <exception cref="TimeoutException">Nothing came for as long as <paramref name="patience"/>.</exception>
    public async IAsyncEnumerable<ReadRecord> ReadAsync(Stream stream, TimeSpan patience, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var (json, line) in JsonRecords.ReadAsync(stream, patience, cancellation))
        {
            yield return ReadOne(json, ++number, line);
        }
    }

    /// <summary>One record; null bytes are one that was too long to be held.</summary>
    internal ReadRecord ReadOne(ReadOnlyMemory<byte>? json, int number, int? line)
    {
        if (json is not { } bytes)
        {
            return Rejected(number, line, null, "it is longer than a million bytes");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return ReadOne(document.RootElement, number, line);
        }
        catch (JsonException)
        {
            return Rejected(number, line, null, "it is no JSON");
        }
    }

    internal ReadRecord ReadOne(JsonElement record, int number, int? line)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            return Rejected(number, line, null, "it is no object");
        }

        string? id = null;
        try
        {
            id = record.Text("numerooffreforem");
            var offer = reader.Read(RawOf(record), out var reason);
            return offer is null ? Rejected(number, line, id, reason!) : new ReadRecord(offer, null);
        }
        catch (FormatException e)
        {
            return Rejected(number, line, id, e.Message);
        }
        catch (InvalidOperationException)
        {
            // Text that is no Unicode.
            return Rejected(number, line, id, "a text in it is no Unicode");
        }
    }

    private static RawOffer RawOf(JsonElement record) =>
        new()
        {
            Id = record.Text("numerooffreforem"),
            Title = record.Text("titreoffre"),
            Employer = record.Text("nomemployeur"),
            Reference = record.Text("referenceexterne"),
            Board = record.Text("source"),
            Contract = record.Text("typecontrat"),
            Regime = record.Text("regimetravail"),
            Experience = record.Text("experiencerequise"),
            Posts = record.Text("nombrepostes"),
            Url = record.Text("url"),
            JobLabel = record.Text("metier"),
            JobCode = record.Text("metiercodedimeco"),
            Published = record.Text("datedebutdiffusion"),
            Expires = record.Text("datefindiffusion"),
            Localities = record.Texts("lieuxtravaillocalite"),
            Postcodes = record.Texts("lieuxtravailcodepostal"),
            Points = PointsOf(record),
            Regions = record.Texts("lieuxtravailregion"),
            Nuts = record.Texts("lieuxtravailregionnuts"),
            Studies = record.Texts("niveauxetudes"),
            StudyCodes = record.Texts("niveauxetudesisced2011"),
            Languages = record.Texts("langues"),
            LanguageCodes = record.Texts("languescodeiso2"),
            Licences = record.Texts("permisdeconduire"),
            Sectors = record.Texts("secteurs"),
            SectorCodes = record.Texts("secteurscodenace"),
        };

    private static List<(double Latitude, double Longitude)> PointsOf(JsonElement record)
    {
        const string Name = "lieuxtravailgeo";
        if (!record.TryGetProperty(Name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        var points =
            member.ValueKind == JsonValueKind.Array ? [.. member.EnumerateArray().Take(OfferFacts.MostValues)] : new List<JsonElement> { member };
        return
        [
            .. points.Select(p =>
                p.ValueKind == JsonValueKind.Object && p.Number("lat") is { } latitude && p.Number("lon") is { } longitude ? (latitude, longitude)
                : p.ValueKind == JsonValueKind.Null ? default
                : throw new FormatException($"{Name} holds no points")
            ),
        ];
    }

    private static ReadRecord Rejected(int number, int? line, string? id, string reason) =>
        new(null, new RejectedRecord(number, line, id is null ? null : OfferText.Line(id, JobOffer.ExternalIdMaxLength), reason));
}
