namespace CareerPortal.Catalogue;

/// <summary>A filter of the list of occupations.</summary>
public enum OccupationFacet
{
    Field,
    Sector,
    Studies,
    Condition,
    Context,
    Interest,
    Quality,
    Kind,
    Shortage,
    Letter,
}
