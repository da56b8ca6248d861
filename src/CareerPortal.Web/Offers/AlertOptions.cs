using System.ComponentModel.DataAnnotations;

namespace CareerPortal.Web.Offers;

/// <summary>The section <c>Offers:Alerts</c>: whether mails about new offers can be asked for, and when they go.</summary>
internal sealed record AlertOptions
{
    public const string Section = "Offers:Alerts";

    /// <summary>
    /// Whether pages offer alerts. Where nothing is set they do when mails go to a server, and outside of production. What was asked for goes on.
    /// </summary>
    public bool? Offered { get; init; }

    /// <summary>The hour of the day in Belgium from which the mails of the day are made.</summary>
    [Range(0, 23, ErrorMessage = "Offers:Alerts:Hour must lie between 0 and 23.")]
    public int Hour { get; init; } = 6;
}
