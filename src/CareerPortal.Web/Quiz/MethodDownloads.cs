using CareerPortal.Compatibility;

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
        // They follow from the engine alone, so each is made once.
        var documents = app.Services.GetRequiredService<MethodDocuments>();
        Serve(Vectors, "application/json", new Lazy<byte[]>(documents.Vectors));
        Serve(MapJson, "application/json", new Lazy<byte[]>(documents.MapAsJson));
        Serve(MapCsv, "text/csv; charset=utf-8", new Lazy<byte[]>(documents.MapAsCsv));
        Serve(Record, "text/markdown; charset=utf-8", new Lazy<byte[]>(ReadRecord));

        void Serve(string path, string type, Lazy<byte[]> bytes) => app.MapGet(path, () => Results.File(bytes.Value, type, Path.GetFileName(path)));
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
