using System.ComponentModel.DataAnnotations;

namespace CareerPortal.Web.Hosting;

/// <summary>The section <c>Circuits</c>: connections over which pages react at once.</summary>
internal sealed record CircuitOptions
{
    public const string Section = "Circuits";

    [Range(1, 100_000, ErrorMessage = "Circuits:PerAddress must lie between 1 and 100000.")]
    public int PerAddress { get; init; } = 50;

    [Range(1, 100_000, ErrorMessage = "Circuits:InAll must lie between 1 and 100000.")]
    public int InAll { get; init; } = 500;

    /// <summary>How long a circuit waits for a browser whose line was cut.</summary>
    [Range(1, 86_400, ErrorMessage = "Circuits:KeepSeconds must lie between 1 and 86400.")]
    public int KeepSeconds { get; init; } = 180;
}
