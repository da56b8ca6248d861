namespace CareerPortal.Compatibility;

/// <summary>Why an occupation is « not for me ».</summary>
public enum DismissalReason
{
    /// <summary>What it is about does not draw the person.</summary>
    Interest,

    /// <summary>Where, when or how it is done.</summary>
    Conditions,

    /// <summary>It asks for longer studies than the person wants.</summary>
    Studies,

    /// <summary>The person has done it, and looks for something else.</summary>
    Known,

    Other,
}
