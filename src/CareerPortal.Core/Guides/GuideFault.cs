namespace CareerPortal.Guides;

/// <summary>Something wrong in a guide: where in its document, such as <c>content.salaries[2]</c>, what, and the value at fault.</summary>
public sealed record GuideFault(string Path, FaultKind Kind, string? Value = null)
{
    public FaultSeverity Severity => FaultSeverities.Of(Kind);

    /// <summary>What would put it right, where that is certain.</summary>
    public Mend? Mend { get; init; }
}
