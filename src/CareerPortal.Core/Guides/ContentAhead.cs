using CareerPortal.Occupations;
using CareerPortal.Wages;

namespace CareerPortal.Guides;

/// <summary>What readers will see on a day to come, as far as it is another than what they see now.</summary>
public sealed record ContentAhead
{
    public required DateOnly Day { get; init; }

    /// <summary>What guides will say, by their number.</summary>
    public IReadOnlyDictionary<int, GuideDocument> Guides { get; init; } = new Dictionary<int, GuideDocument>();

    public IReadOnlyList<WageFloor> WageFloors { get; init; } = [];

    public IReadOnlyList<ExchangeRate> ExchangeRates { get; init; } = [];

    /// <summary>What occupations will require, by their number, the most important first.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<Requirement>> Requirements { get; init; } = new Dictionary<int, IReadOnlyList<Requirement>>();
}
