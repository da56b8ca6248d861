using System.ComponentModel.DataAnnotations;

namespace CareerPortal.Web.Workspace.Keeping;

/// <summary>The section <c>Links</c>: whether and how the addresses that the content names are asked whether they still answer.</summary>
internal sealed record LinkOptions
{
    public const string Section = "Links";

    /// <summary>Off unless somebody turns it on: a site opens no connection to the outside by itself.</summary>
    public bool Check { get; init; }

    [Range(1, 60, ErrorMessage = "Links:PerMinute must lie between 1 and 60.")]
    public int PerMinute { get; init; } = 4;

    [Range(1, 60, ErrorMessage = "Links:TimeoutSeconds must lie between 1 and 60.")]
    public int TimeoutSeconds { get; init; } = 10;
}
