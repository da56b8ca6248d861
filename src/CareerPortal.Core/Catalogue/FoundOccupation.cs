using CareerPortal.Search;

namespace CareerPortal.Catalogue;

/// <summary>An occupation of a page of results, with why it was found where its title does not say it.</summary>
public sealed record FoundOccupation(ListedItem Item, SearchExcerpt? Excerpt = null, string? FoundAs = null, string? FoundAsLanguage = null);
