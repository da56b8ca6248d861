namespace CareerPortal.Search;

/// <summary>What was searched.</summary>
public enum SearchedIn
{
    Guides,
    Offers,
}
