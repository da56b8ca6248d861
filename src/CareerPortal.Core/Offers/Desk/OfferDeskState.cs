using CareerPortal.Offers.Sources;

namespace CareerPortal.Offers.Desk;

/// <summary>How the board stands, for whoever keeps it.</summary>
public sealed record OfferDeskState
{
    public required int Open { get; init; }

    public required int Closed { get; init; }

    public required int Examples { get; init; }

    /// <summary>Open offers for which no occupation was found, or one that is not sure.</summary>
    public required int Unsure { get; init; }

    public required int ReportsWaiting { get; init; }

    public required IReadOnlyList<SourceStatus> Sources { get; init; }

    /// <summary>Labels that no table knows, the most frequent first.</summary>
    public required IReadOnlyList<OfferLabel> UnknownLabels { get; init; }
}
