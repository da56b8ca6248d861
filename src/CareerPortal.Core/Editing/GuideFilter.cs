using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>Which guides a list shows; what is null is not asked.</summary>
public sealed record GuideFilter
{
    public const int TextMaxLength = 100;

    public string? Text { get; init; }

    public string? Language { get; init; }

    public GuideStage? State { get; init; }

    public GuideKind? Kind { get; init; }

    public Guid? OwnerId { get; init; }

    /// <summary>Only those that nobody looks after.</summary>
    public bool WithoutOwner { get; init; }
}
