namespace CareerPortal.Search;

/// <summary>What was searched in a month without a result, and how often; nothing tells by whom.</summary>
public sealed class SearchMiss
{
    public const int WordsMaxLength = 100;

    public int Id { get; private set; }

    public SearchedIn In { get; init; }

    public required string Language { get; init; }

    public required string Words { get; init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }

    public int Count { get; set; }
}
