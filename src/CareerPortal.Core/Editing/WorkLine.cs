using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Search;

namespace CareerPortal.Editing;

/// <summary>One thing to do, and where it can be put right.</summary>
public sealed record WorkLine(WorkKind Kind)
{
    public int? GuideId { get; init; }

    public OccupationName? Name { get; init; }

    /// <summary>The language of the guide, or of the words.</summary>
    public string? Language { get; init; }

    public Guid? OwnerId { get; init; }

    /// <summary>The section of the form.</summary>
    public string? Section { get; init; }

    /// <summary>The address in the document.</summary>
    public string? Path { get; init; }

    /// <summary>The day that is over or comes.</summary>
    public DateOnly? On { get; init; }

    public GuideFault? Fault { get; init; }

    public BrokenLink? Link { get; init; }

    /// <summary>The language that is missing.</summary>
    public string? ToLanguage { get; init; }

    /// <summary>The translation that was begun, where the person may know of it.</summary>
    public int? BegunGuideId { get; init; }

    /// <summary>How many texts of the original have changed.</summary>
    public int Older { get; init; }

    public VoteCount? Votes { get; init; }

    public MissedWords? Missed { get; init; }
}
