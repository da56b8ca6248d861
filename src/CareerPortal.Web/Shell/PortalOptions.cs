using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace CareerPortal.Web.Shell;

/// <summary>The section <c>Portal</c>: the name under which the site is known, its public address, and who answers for it.</summary>
internal sealed record PortalOptions : IValidatableObject
{
    public const string Section = "Portal";

    [Required(ErrorMessage = "Portal:Name is empty: set it to the site's public name.")]
    public string Name { get; init; } = "Passerelle";

    /// <summary>The address people know, such as https://passerelle.example; without it links in shared data take the request's.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>The person or organisation that answers for this copy of the site and for what it stores.</summary>
    public string? Operator { get; init; }

    /// <summary>The e-mail address under which readers reach the operator.</summary>
    public string? Contact { get; init; }

    public bool HasOperator => !string.IsNullOrWhiteSpace(Operator) && !string.IsNullOrWhiteSpace(Contact);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            PublicAddress is not null
            && !(
                Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            )
        )
        {
            yield return new ValidationResult(
                $"Portal:PublicAddress is '{PublicAddress}': set it to the address people know, such as https://passerelle.example."
            );
        }

        if (!string.IsNullOrWhiteSpace(Contact) && !(MailAddress.TryCreate(Contact, out var mail) && mail.Address == Contact))
        {
            yield return new ValidationResult($"Portal:Contact is '{Contact}': set it to an e-mail address and nothing else.");
        }

        if (!HasOperator && !(string.IsNullOrWhiteSpace(Operator) && string.IsNullOrWhiteSpace(Contact)))
        {
            yield return new ValidationResult("Portal:Operator and Portal:Contact belong together: set both, or neither.");
        }
    }
}
