namespace CareerPortal.Catalogue;

/// <summary>What a list means by listing an occupation; "shortage", "critical" and "work permit" are not the same.</summary>
public enum ShortageKind
{
    Shortage,
    Critical,
    WorkPermit,
}
