namespace CareerPortal;

/// <summary>How grave each kind of fault is.</summary>
public static class FaultSeverities
{
    public static FaultSeverity Of(FaultKind kind) => kind >= FaultKind.AgedFact ? FaultSeverity.Warning : FaultSeverity.Error;
}
