using System.IO.Enumeration;
using System.Text;
using System.Text.Json;

namespace CareerPortal.Exchange;

/// <summary>Where exchange files lie: a folder on disk, or the first content that comes with the portal.</summary>
public sealed class ExchangeFolder
{
    private const string EmbeddedPrefix = "FirstContent/";
    private const string Json = ".json";

    /// <summary>Where the guides lie.</summary>
    public const string GuidesFolder = "guides/";

    private const string Occupations = "occupations.json";
    private const string TrainingCentres = "training-centres.json";
    private const string JobZones = "job-zones.json";
    private const string Platforms = "platforms.json";
    private const string GuidanceServices = "guidance-services.json";
    private const string Sources = "sources.json";
    private const string WageFloors = "wage-floors.json";
    private const string ExchangeRates = "exchange-rates.json";
    private const string SearchMeanings = "search-meanings.json";

    private static readonly string[] Lists =
    [
        Occupations,
        TrainingCentres,
        JobZones,
        Platforms,
        GuidanceServices,
        Sources,
        WageFloors,
        ExchangeRates,
        SearchMeanings,
    ];

    private readonly Func<IEnumerable<string>> _names;
    private readonly Func<IEnumerable<ExchangeFault>> _strangers;
    private readonly Func<string, Stream> _open;

    private ExchangeFolder(Func<IEnumerable<string>> names, Func<IEnumerable<ExchangeFault>> strangers, Func<string, Stream> open)
    {
        _names = names;
        _strangers = strangers;
        _open = open;
    }

    public static ExchangeFolder FirstContent { get; } =
        new(
            () =>
                typeof(ExchangeFolder)
                    .Assembly.GetManifestResourceNames()
                    .Where(n => n.StartsWith(EmbeddedPrefix, StringComparison.Ordinal))
                    .Select(n => n[EmbeddedPrefix.Length..].Replace('\\', '/')),
            () => [],
            name =>
                typeof(ExchangeFolder).Assembly.GetManifestResourceStream(EmbeddedPrefix + name)
                ?? typeof(ExchangeFolder).Assembly.GetManifestResourceStream(EmbeddedPrefix + name.Replace('/', '\\'))!
        );

    /// <summary>The names of the files that lie there, in a fixed order.</summary>
    public IReadOnlyList<string> Names => [.. _names().Order(StringComparer.Ordinal)];

    public static ExchangeFolder At(string path) =>
        new(
            () => Entries(path, isFolder: false).Select(e => e.Name),
            () =>
                Entries(path, isFolder: true)
                    .Select(e => new ExchangeFault(
                        e.Name,
                        "$",
                        FaultKind.UnknownFile,
                        e.IsLink ? "a link to a folder, which is not followed" : "a folder"
                    )),
            name => File.OpenRead(Path.Combine(path, name))
        );

    /// <summary>The files of an archive.</summary>
    /// <exception cref="ExchangeFaultException">It is no archive of such files, or too large a one.</exception>
    public static ExchangeFolder InArchive(string name, byte[] archive)
    {
        var files = ExchangeArchive.Read(name, archive);
        return new(() => files.Keys, () => [], file => new MemoryStream(Encoding.UTF8.GetBytes(files[file]), writable: false));
    }

    /// <summary>The files of an archive on disk, of which no more is read than an archive may hold.</summary>
    /// <exception cref="ExchangeFaultException">It cannot be read, is no archive of such files, or too large a one.</exception>
    public static ExchangeFolder AtArchive(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = File.OpenRead(path);
            return InArchive(name, ExchangeArchive.ReadAll(file, ExchangeArchive.MostBytes) ?? throw Fault(FaultKind.TooLong, null));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault(FaultKind.Unreadable, e.Message);
        }

        ExchangeFaultException Fault(FaultKind kind, string? value) => new([new ExchangeFault(name, "$", kind, value)]);
    }

    /// <summary>A guide from the text of its file.</summary>
    /// <exception cref="ExchangeFaultException">The text is not JSON of this shape.</exception>
    public static GuideFile ReadGuide(string name, string text) => Parse<GuideFile>(name, text);

    /// <summary>The text of a guide's file.</summary>
    public static string TextOf(GuideFile guide) => ExchangeJson.Write(guide, indented: true) + "\n";

    /// <summary>The file in which a guide travels.</summary>
    public static string NameOf(GuideFile guide) => $"{GuidesFolder}{guide.Slug}.{guide.Language}.json";

    /// <summary>Writes a set into a folder on disk, over files of the same names; answers with the names written.</summary>
    public static async Task<IReadOnlyList<string>> WriteAsync(string path, ExchangeSet set, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(path, GuidesFolder));
        var files = TextsOf(set);
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(path, name), text, cancellation);
        }

        return [.. files.Keys];
    }

    /// <summary>The texts of a set's files by their names.</summary>
    public static IReadOnlyDictionary<string, string> TextsOf(ExchangeSet set)
    {
        var files = new Dictionary<string, string>
        {
            [Occupations] = Text(set.Occupations),
            [TrainingCentres] = Text(set.TrainingCentres),
            [JobZones] = Text(set.JobZones),
            [Platforms] = Text(set.Platforms),
            [GuidanceServices] = Text(set.GuidanceServices),
            [Sources] = Text(set.Sources),
            [WageFloors] = Text(set.WageFloors),
            [SearchMeanings] = Text(set.SearchMeanings),
            [ExchangeRates] = Text(set.ExchangeRates),
        };
        foreach (var (name, guide) in set.Guides)
        {
            files.Add(name, Text(guide));
        }

        return files;

        static string Text<T>(T value) => ExchangeJson.Write(value, indented: true) + "\n";
    }

    /// <summary>
    /// Reads the lists of the folder, where a file that is missing leaves its list empty, and looks at every guide; guides are read again
    /// when they are asked for.
    /// </summary>
    /// <exception cref="ExchangeFaultException">A file is not JSON of its shape, or none that is read.</exception>
    public ExchangeSet Read()
    {
        var faults = new List<ExchangeFault>();
        var names = Names;
        var guides = names.Where(n => n.StartsWith(GuidesFolder, StringComparison.Ordinal)).ToList();
        var set = new ExchangeSet
        {
            Occupations = List<OccupationEntry>(Occupations),
            TrainingCentres = List<TrainingCentreEntry>(TrainingCentres),
            JobZones = List<JobZoneEntry>(JobZones),
            Platforms = List<PlatformEntry>(Platforms),
            GuidanceServices = List<GuidanceServiceEntry>(GuidanceServices),
            Sources = List<SourceEntry>(Sources),
            WageFloors = List<WageFloorEntry>(WageFloors),
            SearchMeanings = List<SearchMeaningEntry>(SearchMeanings),
            ExchangeRates = List<ExchangeRateEntry>(ExchangeRates),
            Guides = new LazyGuides(guides, One<GuideFile>),
        };
        foreach (var guide in guides)
        {
            Try<GuideFile>(guide);
        }

        faults.AddRange(
            names
                .Where(n => !Lists.Contains(n) && !n.StartsWith(GuidesFolder, StringComparison.Ordinal))
                .Select(n => new ExchangeFault(
                    n,
                    "$",
                    FaultKind.UnknownFile,
                    $"guides lie in {GuidesFolder}, lists are called {string.Join(", ", Lists)}"
                ))
        );
        faults.AddRange(_strangers().OrderBy(f => f.File, StringComparer.Ordinal));
        return faults.Count == 0 ? set : throw new ExchangeFaultException(faults);

        IReadOnlyList<T> List<T>(string name) => names.Contains(name) ? Try<List<T>>(name) ?? [] : [];

        T? Try<T>(string name)
            where T : class
        {
            try
            {
                return One<T>(name);
            }
            catch (ExchangeFaultException e)
            {
                faults.AddRange(e.Faults);
                return null;
            }
        }
    }

    /// <exception cref="ExchangeFaultException">The file is not JSON of this shape, or cannot be read.</exception>
    private T One<T>(string name)
        where T : class
    {
        try
        {
            using var reader = new StreamReader(_open(name));
            return Parse<T>(name, reader.ReadToEnd());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExchangeFaultException([new ExchangeFault(name, "$", FaultKind.Unreadable, e.Message)]);
        }
    }

    private static T Parse<T>(string name, string text)
        where T : class
    {
        try
        {
            var read = ExchangeJson.Read<T>(text);
            using var document = JsonDocument.Parse(text);
            if (NullInList("$", document.RootElement) is { } place)
            {
                throw new JsonException("null where a value is needed", place, null, null);
            }

            return read;
        }
        catch (JsonException e)
        {
            throw new ExchangeFaultException([new ExchangeFault(name, e.Path ?? "$", FaultKind.Unreadable, e.Message) { Line = e.LineNumber + 1 }]);
        }
    }

    /// <summary>
    /// The files of a folder and its folders, or the folders in which nothing is looked for: a link may lead back for ever,
    /// and a folder called like a file was meant as one.
    /// </summary>
    private static FileSystemEnumerable<(string Name, bool IsLink)> Entries(string path, bool isFolder) =>
        new(
            path,
            (ref FileSystemEntry entry) => (Path.GetRelativePath(path, entry.ToFullPath()).Replace('\\', '/'), IsLink(ref entry)),
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = 0,
                IgnoreInaccessible = false,
            }
        )
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry) && !IsCalledLikeAFile(ref entry),
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                entry.IsDirectory == isFolder && (IsCalledLikeAFile(ref entry) || (isFolder && IsLink(ref entry))),
        };

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsCalledLikeAFile(ref FileSystemEntry entry) => entry.FileName.EndsWith(Json, StringComparison.OrdinalIgnoreCase);

    /// <summary>The reader of shapes lets null stand in a list; the place of the first one, if any.</summary>
    private static string? NullInList(string place, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .Select(p => NullInList($"{place}.{p.Name}", p.Value))
                .FirstOrDefault(p => p is not null),
            JsonValueKind.Array => element
                .EnumerateArray()
                .Index()
                .Select(i => i.Item.ValueKind == JsonValueKind.Null ? $"{place}[{i.Index}]" : NullInList($"{place}[{i.Index}]", i.Item))
                .FirstOrDefault(p => p is not null),
            _ => null,
        };
}
