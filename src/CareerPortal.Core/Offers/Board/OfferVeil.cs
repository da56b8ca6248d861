namespace CareerPortal.Offers.Board;

/// <summary>What a reader does not want to see of the board: offers with the posts they are, employers by their keys, all agencies.</summary>
public sealed record OfferVeil(IReadOnlyList<long> Offers, IReadOnlyList<string> Employers, bool Agencies)
{
    /// <summary>Whether it is only said of offers that they lie behind it, and they are shown all the same.</summary>
    public bool IsLifted { get; init; }

    public bool IsEmpty => Offers.Count == 0 && Employers.Count == 0 && !Agencies;
}
