using System.ComponentModel.DataAnnotations;

namespace CareerPortal.Web.Layout;

/// <summary>The section <c>Portal</c>: the name under which the site is known, and its public address.</summary>
internal sealed record PortalOptions
{
    public const string Section = "Portal";

    [Required(ErrorMessage = "Portal:Name is empty: set it to the site's public name.")]
    public string Name { get; init; } = "Passerelle";

    /// <summary>The address people know, such as https://passerelle.example; without it links in shared data take the request's.</summary>
    [Url(ErrorMessage = "Portal:PublicAddress must be an absolute address.")]
    public string? PublicAddress { get; init; }
}
