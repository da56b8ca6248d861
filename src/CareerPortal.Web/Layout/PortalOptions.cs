using System.ComponentModel.DataAnnotations;

namespace CareerPortal.Web.Layout;

/// <summary>The section <c>Portal</c>: the name under which the site is known, and its public address.</summary>
internal sealed record PortalOptions : IValidatableObject
{
    public const string Section = "Portal";

    [Required(ErrorMessage = "Portal:Name is empty: set it to the site's public name.")]
    public string Name { get; init; } = "Passerelle";

    /// <summary>The address people know, such as https://passerelle.example; without it links in shared data take the request's.</summary>
    public string? PublicAddress { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicAddress is not null && !(Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
        {
            yield return new ValidationResult($"Portal:PublicAddress is '{PublicAddress}': set it to the address people know, such as https://passerelle.example.");
        }
    }
}
