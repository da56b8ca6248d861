namespace CareerPortal.Offers.Desk;

/// <summary>A report in a list, with the offer that it is about.</summary>
public sealed record ReportLine(OfferReport Report, string Title, OfferState State);
