namespace CareerPortal.Editing;

/// <summary>What goes live with a release.</summary>
public enum ReleaseItemKind
{
    Guide,
    WageFloor,
    ExchangeRate,
    Requirements,
}
