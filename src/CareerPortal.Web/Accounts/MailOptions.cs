using System.ComponentModel.DataAnnotations;
using CareerPortal.Accounts;

namespace CareerPortal.Web.Accounts;

/// <summary>The section <c>Mail</c>: the server that takes mails; without one they are laid into a folder.</summary>
internal sealed record MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    public const string DefaultFrom = "passerelle@localhost";

    /// <summary>The server's name; none lays mails into <see cref="PickupFolder"/>.</summary>
    public string? Server { get; init; }

    [Range(1, 65535, ErrorMessage = "Mail:Port must lie between 1 and 65535.")]
    public int Port { get; init; } = 587;

    /// <summary>The address that mails come from.</summary>
    public string? From { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>How the connection is protected.</summary>
    public MailTls Tls { get; init; } = MailTls.StartTls;

    /// <summary>Where mails are laid as files where there is no server; by default the folder <c>mail</c> beside the data.</summary>
    public string? PickupFolder { get; init; }

    public bool HasServer => !string.IsNullOrWhiteSpace(Server);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(From) && EmailText.Read(From) is null)
        {
            yield return new ValidationResult($"Mail:From is '{From}': set it to an e-mail address and nothing else.");
        }

        if (HasServer && string.IsNullOrWhiteSpace(From))
        {
            yield return new ValidationResult("Mail:Server is set, so Mail:From must hold the address that mails come from.");
        }

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            yield return new ValidationResult("Mail:User and Mail:Password belong together: set both, or neither.");
        }

        if (!string.IsNullOrEmpty(Password) && Tls == MailTls.None)
        {
            yield return new ValidationResult("Mail:Tls is None, so Mail:Password would be sent in the clear: set it to StartTls or Always.");
        }

        if (!Enum.IsDefined(Tls))
        {
            yield return new ValidationResult("Mail:Tls must be StartTls, Always or None.");
        }
    }
}
