using System.ComponentModel.DataAnnotations;

namespace CareerPortal.Offers.Sources;

/// <summary>The section <c>Offers:Forem</c>: whether, from where and how gently Le Forem's open data is read.</summary>
public sealed record ForemOptions : IValidatableObject
{
    public const string Section = "Offers:Forem";

    /// <summary>Whether it is read at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The data set at a server of Opendatasoft's, version 2.1.</summary>
    public string Address { get; init; } = "https://www.odwb.be/api/explore/v2.1/catalog/datasets/offres-d-emploi-forem";

    /// <summary>How long after a question the next one is put.</summary>
    [Range(0, 60_000, ErrorMessage = "Offers:Forem:PauseMilliseconds must lie between 0 and 60000.")]
    public int PauseMilliseconds { get; init; } = 1000;

    /// <summary>How long an answer may be silent.</summary>
    [Range(0.05, 600, ErrorMessage = "Offers:Forem:PatienceSeconds must lie between 0.05 and 600.")]
    public double PatienceSeconds { get; init; } = 60;

    /// <summary>How often all of it is read.</summary>
    [Range(1, 168, ErrorMessage = "Offers:Forem:WholeHours must lie between 1 and 168.")]
    public int WholeHours { get; init; } = 24;

    /// <summary>How often what is new is read.</summary>
    [Range(5, 1440, ErrorMessage = "Offers:Forem:NewMinutes must lie between 5 and 1440.")]
    public int NewMinutes { get; init; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!WebAddress.Is(Address))
        {
            yield return new ValidationResult("Offers:Forem:Address must be an address that begins with http:// or https://.", [nameof(Address)]);
        }
    }
}
