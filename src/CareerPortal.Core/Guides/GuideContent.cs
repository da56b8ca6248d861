using CareerPortal.Wages;

namespace CareerPortal.Guides;

/// <summary>Everything a guide says about its occupation, section by section: the document that a revision holds.</summary>
public sealed record GuideContent
{
    public const int SummaryMaxLength = 200;

    /// <summary>One or two sentences for lists, search engines and shared links.</summary>
    public required string Summary { get; init; }

    /// <summary>The line under the title: what the job is for.</summary>
    public string? Tagline { get; init; }

    /// <summary>A short invitation to read on.</summary>
    public string? Hook { get; init; }

    public KeyFacts? KeyFacts { get; init; }

    /// <summary>Paragraphs.</summary>
    public IReadOnlyList<string> Introduction { get; init; } = [];

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public IReadOnlyList<SalaryRange> Salaries { get; init; } = [];

    /// <summary>Paragraphs that help to read the salary chart.</summary>
    public IReadOnlyList<string> SalaryNotes { get; init; } = [];

    /// <summary>Why each scored quality matters in this occupation.</summary>
    public IReadOnlyList<QualityNote> Qualities { get; init; } = [];

    public IReadOnlyList<PrerequisiteNote> Prerequisites { get; init; } = [];

    public IReadOnlyList<Mission> Missions { get; init; } = [];

    public IReadOnlyList<ToolGroup> Tools { get; init; } = [];

    public IReadOnlyList<DayMoment> Day { get; init; } = [];

    public IReadOnlyList<BelgianFact> BelgianFacts { get; init; } = [];

    public Portrait? Portrait { get; init; }

    public IReadOnlyList<TrainingStep> TrainingSteps { get; init; } = [];

    public IReadOnlyList<Workplace> Workplaces { get; init; } = [];

    public IReadOnlyList<string> Pros { get; init; } = [];

    public IReadOnlyList<string> Cons { get; init; } = [];

    public IReadOnlyList<Advice> Advice { get; init; } = [];

    public IReadOnlyList<SelfAssessmentQuestion> SelfAssessment { get; init; } = [];

    public IReadOnlyList<Question> Faq { get; init; } = [];

    /// <summary>The main courses, each at a centre of the directory.</summary>
    public IReadOnlyList<Programme> Programmes { get; init; } = [];

    public IReadOnlyList<ZoneNote> JobZones { get; init; } = [];

    public IReadOnlyList<OccupationLink> Similar { get; init; } = [];

    public IReadOnlyList<OccupationLink> Evolutions { get; init; } = [];

    /// <summary>Present on guides about work through micro-task platforms.</summary>
    public MicroTaskWork? MicroTasks { get; init; }
}
