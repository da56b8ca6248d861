namespace CareerPortal.Offers.Board;

/// <summary>A condition as people type it: one value of the facet is enough; what has one of <paramref name="Also"/> comes behind.</summary>
internal sealed record SaidCondition(OfferFacet Facet, IReadOnlyList<string> Values, IReadOnlyList<string> Said, IReadOnlyList<string>? Also = null);
