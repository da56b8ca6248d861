namespace CareerPortal.Offers.Board;

/// <summary>By what offers can be chosen from a list with counts. A value is a code, an enumeration's name, or <see cref="OfferQuery.Unstated"/>.</summary>
public enum OfferFacet
{
    Province,
    Contract,
    Regime,
    Studies,
    Language,
    Experience,
    Licence,
    Sector,
    Telework,
    EmployerKind,
    Board,

    /// <summary>Domains of ROME, by their letter.</summary>
    Domain,
}
