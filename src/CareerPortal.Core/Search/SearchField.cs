namespace CareerPortal.Search;

/// <summary>Where in a guide a word stands; the nearer to the title, the more it counts.</summary>
public enum SearchField
{
    Title,
    OtherTitle,
    Fact,
    Summary,
    Text,
}
