using System.Collections.Frozen;
using System.Text.Json;

namespace CareerPortal.Quiz.Qualities;

/// <summary>The 24 qualities with their names, links and synonyms, and the prerequisites that stand beside them.</summary>
public sealed class QualityCatalogue
{
    private const string Resource = "CareerPortal.Quiz.Qualities.qualities.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly FrozenDictionary<string, int> _index;

    private QualityCatalogue(IReadOnlyList<Quality> qualities, IReadOnlyList<Prerequisite> prerequisites)
    {
        Qualities = qualities;
        Prerequisites = prerequisites;
        _index = qualities.Select((quality, at) => (quality.Id, at)).ToFrozenDictionary(pair => pair.Id, pair => pair.at, StringComparer.Ordinal);
        Vocabulary = new QualityVocabulary(qualities, prerequisites);
    }

    /// <summary>The qualities in the order of <see cref="QualityIds"/>.</summary>
    public IReadOnlyList<Quality> Qualities { get; }

    /// <summary>What is told but not scored.</summary>
    public IReadOnlyList<Prerequisite> Prerequisites { get; }

    /// <summary>Finds qualities and prerequisites in the words of a guide.</summary>
    public QualityVocabulary Vocabulary { get; }

    /// <summary>The quality of this identifier, or null.</summary>
    public Quality? Find(string id) => _index.TryGetValue(id, out var at) ? Qualities[at] : null;

    /// <summary>The catalogue that ships with the engine.</summary>
    public static QualityCatalogue Load()
    {
        using var stream =
            typeof(QualityCatalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The engine was built without {Resource}.");
        return Read(stream);
    }

    /// <summary>Reads a catalogue of format 1 (JSON, UTF-8).</summary>
    /// <exception cref="FormatException">The file is not a complete catalogue; the message names what is wrong.</exception>
    public static QualityCatalogue Read(Stream stream)
    {
        QualityFile? file;
        try
        {
            file = JsonSerializer.Deserialize<QualityFile>(stream, Json);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"qualities: {problem.Message}", problem);
        }

        if (file is not { Format: 1 } || file.Qualities is null)
        {
            throw new FormatException("qualities: the file must hold \"format\": 1 and a list of qualities.");
        }

        var byId = new Dictionary<string, Quality>(StringComparer.Ordinal);
        foreach (var entry in file.Qualities)
        {
            var id = entry.Id ?? throw new FormatException("qualities: a quality without id.");
            if (!QualityIds.All.Contains(id))
            {
                throw new FormatException($"qualities: '{id}' is not one of the {QualityIds.All.Count} qualities.");
            }

            if (!byId.TryAdd(id, entry.ToQuality(id)))
            {
                throw new FormatException($"qualities: '{id}' stands twice.");
            }
        }

        var missing = QualityIds.All.Where(id => !byId.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            throw new FormatException($"qualities: missing {string.Join(", ", missing)}.");
        }

        var prerequisites = (file.Prerequisites ?? []).Select(entry => entry.ToPrerequisite()).ToList();
        return new QualityCatalogue([.. QualityIds.All.Select(id => byId[id])], prerequisites);
    }

    private sealed record QualityFile(int Format, IReadOnlyList<Entry>? Qualities, IReadOnlyList<Entry>? Prerequisites);

    private sealed record Entry(
        string? Id,
        Dictionary<string, string>? Label,
        Dictionary<string, string>? Definition,
        Dictionary<string, string>? Advice,
        IReadOnlyList<string>? Rome,
        IReadOnlyList<string>? Onet,
        IReadOnlyList<string>? Ipip,
        IReadOnlyList<string>? Esco,
        IReadOnlyList<string>? Synonyms
    )
    {
        public Quality ToQuality(string id) =>
            new()
            {
                Id = id,
                Label = Text(id, "label", Label),
                Definition = Text(id, "definition", Definition),
                Advice = Advice is null ? null : Text(id, "advice", Advice),
                Rome = Rome ?? [],
                Onet = Onet ?? [],
                Ipip = Ipip ?? [],
                Esco = Esco ?? [],
                Synonyms = Synonyms ?? [],
            };

        public Prerequisite ToPrerequisite()
        {
            var id = Id ?? throw new FormatException("qualities: a prerequisite without id.");
            return new Prerequisite
            {
                Id = id,
                Label = Text(id, "label", Label),
                Synonyms = Synonyms ?? [],
            };
        }

        private static QuizText Text(string id, string member, Dictionary<string, string>? texts)
        {
            foreach (var language in QuizText.Languages)
            {
                if (texts is null || !texts.TryGetValue(language, out var text) || string.IsNullOrWhiteSpace(text))
                {
                    throw new FormatException($"qualities: '{id}' has no {member} in {language}.");
                }
            }

            return new QuizText(texts!);
        }
    }
}
