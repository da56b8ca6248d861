using System.ComponentModel.DataAnnotations;

namespace CareerPortal.Web.Api;

/// <summary>The section <c>OpenData</c>: how much programs may read.</summary>
internal sealed record ApiLimits
{
    public const string Section = "OpenData";

    /// <summary>Answers to programs behind one address.</summary>
    [Range(1, 100_000, ErrorMessage = "OpenData:RequestsPerMinute must lie between 1 and 100000.")]
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Times that one address takes all of the catalogue at once.</summary>
    [Range(1, 100_000, ErrorMessage = "OpenData:DownloadsPerMinute must lie between 1 and 100000.")]
    public int DownloadsPerMinute { get; init; } = 20;
}
