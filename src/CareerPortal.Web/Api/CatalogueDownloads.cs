using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CareerPortal.Catalogue;
using CareerPortal.Compatibility;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Api;

/// <summary>The whole catalogue as files: made once for each state of it, and kept packed while it lasts.</summary>
internal sealed class CatalogueDownloads(CatalogueShelf shelf, CatalogueHistory history, IStringLocalizer<PortalTexts> texts)
{
    /// <summary>The columns of the table.</summary>
    public static readonly string[] Columns = ["code", "fact", "scheme", "value", "label", "feminine", "origin", "confidence", "sources", "licence"];

    private readonly ConditionalWeakTable<CatalogueView, Lazy<Task<byte[]>>> _json = [];
    private readonly ConditionalWeakTable<CatalogueView, Lazy<Task<byte[]>>> _csv = [];

    public Task<byte[]> JsonAsync(CancellationToken cancellation) => MadeAsync(_json, WriteJson, cancellation);

    public Task<byte[]> CsvAsync(CancellationToken cancellation) => MadeAsync(_csv, WriteCsv, cancellation);

    /// <summary>A cell of the table: what a spreadsheet would take for a formula is text.</summary>
    public static string Guarded(string cell) => CsvLine.Guarded(cell);

    private async Task<byte[]> MadeAsync(
        ConditionalWeakTable<CatalogueView, Lazy<Task<byte[]>>> made,
        Action<Stream, CatalogueView, IReadOnlyList<CatalogueRow>> write,
        CancellationToken cancellation
    )
    {
        var view = await shelf.CurrentAsync(cancellation);
        var gone = await history.GivenUpAsync(cancellation);
        var file = made.GetValue(view, v => new Lazy<Task<byte[]>>(() => Task.Run(() => Pack(v, gone, write), CancellationToken.None)));
        return await file.Value.WaitAsync(cancellation);
    }

    private static byte[] Pack(CatalogueView view, IReadOnlyList<CatalogueRow> gone, Action<Stream, CatalogueView, IReadOnlyList<CatalogueRow>> write)
    {
        using var bytes = new MemoryStream();
        using (var packing = new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            write(packing, view, gone);
        }

        return bytes.ToArray();
    }

    private void WriteJson(Stream to, CatalogueView view, IReadOnlyList<CatalogueRow> gone) =>
        JsonSerializer.Serialize(
            to,
            new CatalogueFile(
                new CatalogueMeta(
                    InAll("Api.FileTitle").Fr,
                    InAll("Api.FileLicence"),
                    InAll("Api.FileConfidence"),
                    CatalogueShapes.SourcesOf(view),
                    FactOrigins.All
                ),
                [.. view.Terms.Select(t => new TermFact(ApiAnswer.Word(t.Kind), t.Code, t.Label, t.Group))],
                [.. gone.Select(g => new GivenUpCode(g.Code, g.Slug, g.ReplacedBy, DateOnly.FromDateTime(g.GoneUtc!.Value)))],
                [.. view.Occupations.Select(o => CatalogueShapes.Record(o, view))]
            ),
            ApiAnswer.Json
        );

    private LocalisedText InAll(string key)
    {
        var (before, said) = (CultureInfo.CurrentUICulture, new Dictionary<string, string>());
        foreach (var language in Languages.All)
        {
            CultureInfo.CurrentUICulture = ApiLanguage.CultureOf(language);
            said[language] = texts[key];
        }

        CultureInfo.CurrentUICulture = before;
        return new LocalisedText(said["fr"], said["nl"], said["de"], said["en"]);
    }

    private static void WriteCsv(Stream to, CatalogueView view, IReadOnlyList<CatalogueRow> gone)
    {
        var licences = view.Sources.ToDictionary(s => s.Key, s => s.Licence, StringComparer.Ordinal);
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(CsvLine.Of(Columns));
        foreach (
            var row in gone.Select(g => new Fact("gone", "", g.ReplacedBy ?? "", "") { Code = g.Code }).Concat(view.Occupations.SelectMany(Facts))
        )
        {
            string[] keys = row.Keys ?? FactOrigins.Of(row.Origin);
            string[] cells =
            [
                row.Code,
                row.Kind,
                row.Scheme,
                row.Value,
                row.Label,
                row.Feminine,
                row.Origin,
                row.Confidence is { } sure ? Number(sure) : "",
                string.Join(' ', keys),
                string.Join(" ; ", keys.Select(k => licences.GetValueOrDefault(k)).OfType<string>().Distinct()),
            ];
            writer.WriteLine(CsvLine.Of(cells.Select(Guarded)));
        }

        IEnumerable<Fact> Facts(ListedEntry entry) => FactsOf(view, entry).Select(f => f with { Code = entry.Code });
    }

    private static IEnumerable<Fact> FactsOf(CatalogueView view, ListedEntry entry)
    {
        var facts = entry.Facts;
        return
        [
            new Fact("title", "rome", facts.NameCode, facts.Masculine) { Feminine = facts.Feminine },
            .. facts.Names.Select(n => new Fact(n.Rare ? "rareName" : "name", "rome", n.Code, n.Masculine) { Feminine = n.Feminine }),
            .. facts.ForeignNames.Select(n => new Fact("foreignName", n.Language, "", n.Text) { Origin = n.Origin, Confidence = n.Confidence }),
            Term("field", TermKind.Field, CatalogueShapes.FieldOf(entry)),
            Term("domain", TermKind.Domain, facts.Domain),
            Term("family", TermKind.Family, facts.Parent),
            .. facts.Riasec.Length == 0 ? [] : new[] { new Fact("riasec", "", facts.Riasec, "") },
            .. facts.Interests.Take(facts.MainInterests).Select(i => Term("mainInterest", TermKind.Interest, i)),
            .. facts.Interests.Skip(facts.MainInterests).Select(i => Term("otherInterest", TermKind.Interest, i)),
            .. facts.SoftSkills.Select(s => Term("softSkill", TermKind.SoftSkill, s)),
            .. facts.Contexts.Select(c => Term("context", TermKind.Context, c)),
            .. facts.Sectors.Select(s => Term("sector", TermKind.Sector, s)),
            .. facts.WithoutDiploma ? new[] { new Fact("withoutDiploma", "", "true", "") } : [],
            .. facts
                .Neighbours.Select(view.Find)
                .OfType<ListedEntry>()
                .Select(n => new Fact("neighbour", "rome", n.Code, n.Facts.Masculine) { Feminine = n.Facts.Feminine }),
            .. facts.Crossings.Select(c => new Fact("crossing", c.Scheme, c.Code, "")
            {
                Origin = c.Origin,
                Confidence = c.Confidence,
                Keys = FactOrigins.Of(c),
            }),
            .. Holland(facts),
            .. facts.Levels.SelectMany(l =>
                new[]
                {
                    new Fact("derivedLevel", l.QualityId, Number(l.Level), "") { Origin = ApiAnswer.Word(l.Origin) },
                    new Fact("derivedImportance", l.QualityId, Number(l.Importance), "") { Origin = ApiAnswer.Word(l.Origin) },
                }
            ),
            .. CatalogueShapes
                .ShortagesOf(view, entry)
                .Select(s => new Fact("shortage", s.Region, s.Kind, s.Label)
                {
                    Origin = string.Create(CultureInfo.InvariantCulture, $"{s.Source} ({s.Dated:yyyy-MM-dd})"),
                    Confidence = s.Confidence,
                }),
        ];

        Fact Term(string kind, TermKind term, string code) => new(kind, "", code, view.NameOf(term, code).Fr);
    }

    private static IEnumerable<Fact> Holland(CatalogueFacts facts) =>
        facts.Holland is not { } held
            ? []
            :
            [
                Interest("realistic", held.Realistic),
                Interest("investigative", held.Investigative),
                Interest("artistic", held.Artistic),
                Interest("social", held.Social),
                Interest("enterprising", held.Enterprising),
                Interest("conventional", held.Conventional),
            ];

    private static Fact Interest(string name, double value) => new("holland", name, Number(value), "") { Origin = FactOrigins.Onet };

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A row of the table.</summary>
    private sealed record Fact(string Kind, string Scheme, string Value, string Label)
    {
        public string Code { get; init; } = "";

        public string Feminine { get; init; } = "";

        public string Origin { get; init; } = FactOrigins.Rome;

        public double? Confidence { get; init; }

        /// <summary>The catalogues behind it, where its origin does not say.</summary>
        public string[]? Keys { get; init; }
    }
}
