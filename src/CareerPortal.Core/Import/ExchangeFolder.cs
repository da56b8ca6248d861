using System.Text.Json;

namespace CareerPortal.Import;

/// <summary>Where exchange files are read from: a folder on disk, or the first content that comes with the portal.</summary>
public sealed class ExchangeFolder
{
    private const string EmbeddedPrefix = "FirstContent/";
    private const string GuidesFolder = "guides/";

    private readonly Func<IEnumerable<string>> _names;
    private readonly Func<string, Stream> _open;

    private ExchangeFolder(Func<IEnumerable<string>> names, Func<string, Stream> open)
    {
        _names = names;
        _open = open;
    }

    public static ExchangeFolder FirstContent { get; } = new(
        () => typeof(ExchangeFolder).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(EmbeddedPrefix, StringComparison.Ordinal))
            .Select(n => n[EmbeddedPrefix.Length..].Replace('\\', '/')),
        name => typeof(ExchangeFolder).Assembly.GetManifestResourceStream(EmbeddedPrefix + name)
            ?? typeof(ExchangeFolder).Assembly.GetManifestResourceStream(EmbeddedPrefix + name.Replace('/', '\\'))!);

    public static ExchangeFolder At(string path) => new(
        () => Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(path, f).Replace('\\', '/')),
        name => File.OpenRead(Path.Combine(path, name)));

    /// <summary>Reads every file of the folder; a file that is missing leaves its list empty.</summary>
    /// <exception cref="ExchangeFaultException">A file is not JSON of its shape.</exception>
    public ExchangeSet Read()
    {
        var faults = new List<ExchangeFault>();
        var names = _names().Order(StringComparer.Ordinal).ToList();
        var set = new ExchangeSet
        {
            Occupations = List<OccupationEntry>("occupations.json"),
            TrainingCentres = List<TrainingCentreEntry>("training-centres.json"),
            JobZones = List<JobZoneEntry>("job-zones.json"),
            Platforms = List<PlatformEntry>("platforms.json"),
            Sources = List<SourceEntry>("sources.json"),
            WageFloors = List<WageFloorEntry>("wage-floors.json"),
            Guides = names.Where(n => n.StartsWith(GuidesFolder, StringComparison.Ordinal))
                .Select(n => (Name: n, File: One<GuideFile>(n)))
                .Where(g => g.File is not null)
                .ToDictionary(g => g.Name, g => g.File!),
        };
        return faults.Count == 0 ? set : throw new ExchangeFaultException(faults);

        IReadOnlyList<T> List<T>(string name) => names.Contains(name) ? One<List<T>>(name) ?? [] : [];

        T? One<T>(string name)
            where T : class
        {
            using var reader = new StreamReader(_open(name));
            try
            {
                return ExchangeJson.Read<T>(reader.ReadToEnd());
            }
            catch (JsonException e)
            {
                faults.Add(new ExchangeFault(name, e.Path ?? "$", ExchangeFaultKind.Unreadable, e.Message));
                return null;
            }
        }
    }
}
