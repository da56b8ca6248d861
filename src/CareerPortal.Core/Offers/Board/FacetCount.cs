namespace CareerPortal.Offers.Board;

/// <summary>How many of the offers that pass the other filters have a value.</summary>
public sealed record FacetCount(string Value, int Count, bool IsChosen);
