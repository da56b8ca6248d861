using System.Collections.Concurrent;
using CareerPortal.Compatibility;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Web.Quiz;

/// <summary>The files of the method's page.</summary>
internal static class MethodDownloads
{
    public const string Vectors = "/quiz/methode/cas-de-test.json";
    public const string MapJson = "/quiz/methode/correspondances.json";
    public const string MapCsv = "/quiz/methode/correspondances.csv";
    public const string Record = "/quiz/methode/algorithm-record.md";

    private const string RecordResource = "CareerPortal.Web.algorithm-record.md";

    public static void MapMethodDownloads(this WebApplication app)
    {
        var services = app.Services;
        var engines = services.GetRequiredService<QuizEngines>();
        Serve(Vectors, "application/json", d => d.Vectors());
        Serve(MapJson, "application/json", d => d.MapAsJson());
        Serve(MapCsv, "text/csv; charset=utf-8", d => d.MapAsCsv());
        var record = new Lazy<byte[]>(ReadRecord);
        app.MapGet(Record, () => Results.File(record.Value, "text/markdown; charset=utf-8", Path.GetFileName(Record)));

        void Serve(string path, string type, Func<MethodDocuments, byte[]> make)
        {
            // They follow from the version of the bank alone, so each is made once for it.
            var made = new ConcurrentDictionary<string, Lazy<byte[]>>(StringComparer.Ordinal);
            app.MapGet(
                path,
                async (CancellationToken cancellation) =>
                {
                    var engine = await engines.CurrentAsync(cancellation);
                    return Results.File(
                        made.GetOrAdd(engine.Bank.Version, _ => new Lazy<byte[]>(() => make(Documents(engine)))).Value,
                        type,
                        Path.GetFileName(path)
                    );
                }
            );
        }

        MethodDocuments Documents(QuizEngine engine) =>
            new(engine.Estimator, services.GetRequiredService<QualityCatalogue>(), services.GetRequiredService<InterestCatalogue>());
    }

    private static byte[] ReadRecord()
    {
        using var record =
            typeof(MethodDownloads).Assembly.GetManifestResourceStream(RecordResource)
            ?? throw new InvalidOperationException($"The site was built without {RecordResource}.");
        using var bytes = new MemoryStream();
        record.CopyTo(bytes);
        return bytes.ToArray();
    }
}
