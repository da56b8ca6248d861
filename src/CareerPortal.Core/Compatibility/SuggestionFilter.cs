using CareerPortal.Catalogue;

namespace CareerPortal.Compatibility;

/// <summary>Which occupations of a result are shown; what is null leaves all.</summary>
public sealed record SuggestionFilter
{
    public static SuggestionFilter None { get; } = new();

    /// <summary>No diploma, at most secondary studies, or higher ones.</summary>
    public ShelfStudies? Studies { get; init; }

    /// <summary>Only what can be done from home, in part at least.</summary>
    public bool Telework { get; init; }

    /// <summary>ROME's field, a letter.</summary>
    public string? Field { get; init; }

    /// <summary>A region whose list of shortages names the occupation.</summary>
    public string? Shortage { get; init; }

    public bool IsEmpty => this == None;

    /// <summary>Whether an occupation passes; one of which the answer is not known does not.</summary>
    public bool Admits(ShelfEntry entry, CatalogueView catalogue)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(catalogue);
        return (Studies is null || (Studies == ShelfStudies.Higher ? entry.Studies == Studies : entry.Studies <= Studies))
            && (!Telework || entry.HasTelework)
            && (Field is null || entry.Field == Field)
            && (Shortage is null || entry.Listed is { } listed && catalogue.ShortagesOf(listed.Code).Any(s => s.Region == Shortage));
    }
}
