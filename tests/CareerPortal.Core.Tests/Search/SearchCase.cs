using System.Text.Json;

namespace CareerPortal.Core.Tests.Search;

/// <summary>What somebody types, which occupations must be found among the first, and which must not be found; written before the search.</summary>
public sealed record SearchCase
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public required string Language { get; init; }

    public required string Query { get; init; }

    public string? About { get; init; }

    /// <summary>Nothing at all may be found.</summary>
    public bool Nothing { get; init; }

    public IReadOnlyList<string> Find { get; init; } = [];

    /// <summary>Among how many first results each of <see cref="Find"/> must stand.</summary>
    public int First { get; init; }

    public IReadOnlyList<string> Not { get; init; } = [];

    /// <summary>Not looked at while the weights were chosen.</summary>
    public bool HeldOut { get; init; }

    public static IReadOnlyList<SearchCase> All { get; } =
        JsonSerializer.Deserialize<List<SearchCase>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Search", "search-cases.json")), Web)!;

    /// <summary>What is wrong with the occupations found, in their order; null where nothing is.</summary>
    public string? FaultOf(IReadOnlyList<string> found)
    {
        var shown = $"{Language} « {Query} » finds [{string.Join(", ", found.Take(Math.Max(First, 4)))}] of {found.Count}";
        if (Nothing)
        {
            return found.Count == 0 ? null : $"{shown}, not nothing";
        }

        var missing = Find.Except(found.Take(First)).ToList();
        var wrong = Not.Intersect(found).ToList();
        return (missing.Count, wrong.Count) switch
        {
            (0, 0) => null,
            (0, _) => $"{shown}: finds {string.Join(", ", wrong)}",
            _ => $"{shown}: misses {string.Join(", ", missing)} among the first {First}",
        };
    }
}
