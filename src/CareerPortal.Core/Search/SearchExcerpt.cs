namespace CareerPortal.Search;

/// <summary>Why a guide was found: the words where they stand in it, or the mark by which it fits.</summary>
public sealed record SearchExcerpt(SearchField Field, IReadOnlyList<ExcerptPart> Parts, string? Mark = null);
