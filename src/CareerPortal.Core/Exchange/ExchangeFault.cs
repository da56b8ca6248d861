using CareerPortal.Guides;

namespace CareerPortal.Exchange;

/// <summary>Something wrong in an exchange file: which file, where in it, what, and the value at fault.</summary>
public sealed record ExchangeFault(string File, string Place, FaultKind Kind, string? Value = null)
{
    /// <summary>The line of the file, where it is known.</summary>
    public long? Line { get; init; }

    public FaultSeverity Severity => FaultSeverities.Of(Kind);

    /// <summary>A fault of a guide in the file that it came from.</summary>
    public static ExchangeFault Of(string file, GuideFault fault) => new(file, fault.Path, fault.Kind, fault.Value);

    public override string ToString() => Value is null ? $"{File}: {Place}: {Kind}" : $"{File}: {Place}: {Kind}: {Value}";
}
