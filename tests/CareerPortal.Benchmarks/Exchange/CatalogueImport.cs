using System.Globalization;
using CareerPortal.Exchange;

namespace CareerPortal.Benchmarks.Exchange;

/// <summary>
/// Brings a generated catalogue in twice by the command line: so many occupations, each with a complete guide in every language. Tells time and
/// the most memory the process held; fails where the second time changes anything or 400 MB are passed.
/// </summary>
internal static class CatalogueImport
{
    private const int MostMegabytes = 400;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var occupations = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_600;
        var data = Directory.CreateTempSubdirectory("portal-catalogue");
        try
        {
            var files = Path.Combine(data.FullName, "files");
            await GenerateAsync(files, occupations);
            var size = new DirectoryInfo(files).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) / (1024 * 1024);
            Console.WriteLine($"{occupations} occupations, {Languages.All.Count} languages, {size} MB of files");
            await CliAsync(data.FullName, "database", "migrate");
            var first = await CliAsync(data.FullName, "content", "import", files, "--author", "Test");
            var second = await CliAsync(data.FullName, "content", "import", files, "--author", "Test");
            Console.WriteLine("| import | seconds | most memory, MB | report |");
            Console.WriteLine("|---|---|---|---|");
            foreach (var (name, run) in new[] { ("first", first), ("second", second) })
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {run.Seconds:0} | {run.Megabytes} | {run.Said} |"));
            }

            var guides = occupations * Languages.All.Count;
            return
                second.Said.Contains($"guides: 0 added, 0 revised, {guides} unchanged", StringComparison.Ordinal)
                && Math.Max(first.Megabytes, second.Megabytes) < MostMegabytes
                ? 0
                : 1;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>The shipped content, with its longest guide once more for every occupation and language.</summary>
    private static async Task GenerateAsync(string folder, int occupations)
    {
        var shipped = ExchangeFolder.FirstContent.Read();
        var model = shipped.Guides.Values.MaxBy(g => ExchangeJson.Write(g, indented: false).Length)!;
        var occupation = shipped.Occupations.First(o => o.Code == model.Occupation);
        await ExchangeFolder.WriteAsync(
            folder,
            shipped with
            {
                Occupations =
                [
                    .. shipped.Occupations,
                    .. Enumerable
                        .Range(1, occupations)
                        .Select(n =>
                            occupation with
                            {
                                Code = Code(n),
                                Titles = new Dictionary<string, TitleEntry> { [Languages.Default] = new($"métier {n}", $"métier {n}") },
                            }
                        ),
                ],
                Guides = new Dictionary<string, GuideFile>(),
            },
            CancellationToken.None
        );
        foreach (var n in Enumerable.Range(1, occupations))
        {
            foreach (var language in Languages.All)
            {
                var guide = model with
                {
                    Occupation = Code(n),
                    Slug = Code(n),
                    Language = language,
                    Content = model.Content with { Summary = $"Le métier {n} ({language})." },
                };
                await File.WriteAllTextAsync(Path.Combine(folder, ExchangeFolder.NameOf(guide)), ExchangeJson.Write(guide, indented: true));
            }
        }

        static string Code(int n) => $"metier-{n:0000}";
    }

    private static async Task<(double Seconds, long Megabytes, string Said)> CliAsync(string data, params string[] arguments)
    {
        var (seconds, megabytes, said, exit) = await CommandRun.MeasureAsync(data, arguments);
        return exit == 0
            ? (seconds, megabytes, said)
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {exit}: {said}");
    }
}
