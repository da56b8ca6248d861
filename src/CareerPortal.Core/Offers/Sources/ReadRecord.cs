namespace CareerPortal.Offers.Sources;

/// <summary>One record of a source: the offer that it is, or why it is none.</summary>
public sealed record ReadRecord(SourceOffer? Offer, RejectedRecord? Rejected);
