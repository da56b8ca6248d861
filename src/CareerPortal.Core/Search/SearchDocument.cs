namespace CareerPortal.Search;

/// <summary>What the search knows of one guide: its passages, and marks that no word names (a working condition, a level of study).</summary>
public sealed record SearchDocument(IReadOnlyList<SearchPassage> Passages, IReadOnlyList<string> Marks);
