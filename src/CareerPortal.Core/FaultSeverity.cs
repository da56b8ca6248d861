namespace CareerPortal;

/// <summary>What a fault keeps from happening.</summary>
public enum FaultSeverity
{
    /// <summary>It may be passed over with a reason.</summary>
    Warning,

    /// <summary>Nothing is published or stored with it.</summary>
    Error,
}
