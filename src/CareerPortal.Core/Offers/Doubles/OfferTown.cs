namespace CareerPortal.Offers.Doubles;

/// <summary>A place of work: a Belgian postcode (four digits) and a name, either of which may be missing.</summary>
public sealed record OfferTown(string? Postcode, string? City);
