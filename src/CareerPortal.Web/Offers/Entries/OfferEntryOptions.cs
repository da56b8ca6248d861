using System.ComponentModel.DataAnnotations;

namespace CareerPortal.Web.Offers.Entries;

/// <summary>The section <c>Offers:Entries</c>: what the public form asks of whoever fills it in.</summary>
internal sealed record OfferEntryOptions
{
    public const string Section = "Offers:Entries";

    /// <summary>How long a person takes at least from the form to sending it.</summary>
    [Range(0, 600, ErrorMessage = "Offers:Entries:LeastSeconds must lie between 0 and 600.")]
    public int LeastSeconds { get; init; } = 5;
}
