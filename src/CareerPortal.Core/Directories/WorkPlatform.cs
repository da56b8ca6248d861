using CareerPortal.Data;

namespace CareerPortal.Directories;

/// <summary>A web platform that hands out micro-tasks for pay.</summary>
[InRealm(ContentRealm.Directories)]
public sealed class WorkPlatform
{
    public int Id { get; private set; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? Website { get; set; }

    public required LocalisedText Description { get; set; }

    public required LocalisedText Access { get; set; }

    public required LocalisedText Payment { get; set; }

    /// <summary>Code of the source these facts come from.</summary>
    public required string Source { get; set; }

    public required DateOnly AsOf { get; set; }
}
