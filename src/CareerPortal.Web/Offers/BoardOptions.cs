using System.ComponentModel.DataAnnotations;

namespace CareerPortal.Web.Offers;

/// <summary>How the site keeps its board of offers.</summary>
internal sealed record BoardOptions
{
    public const string Section = "Offers:Board";

    /// <summary>Whether the board is laid out as soon as the site has started, and not when somebody first asks it.</summary>
    public bool LayOutAhead { get; init; } = true;

    /// <summary>How long whoever asks for a board that is not laid out waits for it, before the page says that it comes.</summary>
    [Range(0, 600, ErrorMessage = "Offers:Board:WaitSeconds must lie between 0 and 600.")]
    public double WaitSeconds { get; init; } = 3;
}
