// The small records a guide's content is made of stand together: read as one page, they are the document's grammar.
namespace CareerPortal.Guides;

/// <summary>The four answers a reader looks for first; the salary line is computed from <see cref="GuideContent.Salaries"/>.</summary>
public sealed record KeyFacts(string Studies, string Qualities, string Conditions);

/// <summary>A number of interest about the occupation, with where and when it comes from.</summary>
public sealed record Figure(string Label, string Value, string Source, DateOnly AsOf, DateOnly? ValidUntil = null, string? Note = null);

/// <summary>A note on why a scored quality matters in the occupation.</summary>
public sealed record QualityNote(string Quality, string Why);

/// <summary>Something the work asks of body, language or timetable: information with possible adaptations, never a score.</summary>
public sealed record PrerequisiteNote(string Prerequisite, string Text, string Adaptation);

/// <summary>One of the things done every day.</summary>
public sealed record Mission(string Title, string Text);

/// <summary>The tools that serve one use.</summary>
public sealed record ToolGroup(string Use, IReadOnlyList<Tool> Tools);

/// <summary>A tool and what it is for.</summary>
public sealed record Tool(string Name, string Purpose);

/// <summary>A moment of an ordinary day.</summary>
public sealed record DayMoment(TimeOnly At, string Title, string Text);

/// <summary>A fact about the occupation in Belgium: sourced and dated, or marked as the editors' own observation.</summary>
public sealed record BelgianFact(
    string Title,
    string Text,
    string? Source = null,
    DateOnly? AsOf = null,
    DateOnly? ValidUntil = null,
    bool Editorial = false
);

/// <summary>A portrait of someone at work; an illustrative one is composed by the editors and says so.</summary>
public sealed record Portrait(string Text, string Person, bool Illustrative);

/// <summary>A step on the way to the occupation.</summary>
public sealed record TrainingStep(string Title, string Text, string? Duration = null, IReadOnlyList<string>? Centres = null);

/// <summary>A kind of place where the work is done.</summary>
public sealed record Workplace(string Name, string Text);

/// <summary>A piece of advice for those who want to start.</summary>
public sealed record Advice(string Title, string Text);

/// <summary>A question to put to oneself, and what a yes or a no tells.</summary>
public sealed record SelfAssessmentQuestion(string Question, string Hint, string? Quality = null);

/// <summary>A frequent question with its answer in paragraphs; figures in the answer are sourced.</summary>
public sealed record Question(string Asked, IReadOnlyList<string> Answer, IReadOnlyList<string>? Sources = null);

/// <summary>A course at a training centre of the directory.</summary>
public sealed record Programme(string Centre, string Name, string? Note = null);

/// <summary>A zone of the directory and what it offers to this occupation.</summary>
public sealed record ZoneNote(string Zone, string Text);

/// <summary>A neighbouring occupation and why it is near.</summary>
public sealed record OccupationLink(string Occupation, string Why);
