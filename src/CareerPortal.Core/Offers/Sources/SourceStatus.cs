namespace CareerPortal.Offers.Sources;

/// <summary>How a source does: its open offers, its last readings (the newest first), and labels of it that no table knows.</summary>
public sealed record SourceStatus(OfferSource Source, int Open, IReadOnlyList<OfferRun> Runs, IReadOnlyList<OfferLabel> Labels);
