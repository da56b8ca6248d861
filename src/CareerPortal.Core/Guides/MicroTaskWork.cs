// The micro-task sections stand together, as they do on the page.
using CareerPortal.Wages;

namespace CareerPortal.Guides;

/// <summary>What a guide about micro-task platforms adds to the common sections.</summary>
public sealed record MicroTaskWork
{
    public required IReadOnlyList<TaskType> TaskTypes { get; init; }

    public required IReadOnlyList<PlatformNote> Platforms { get; init; }

    public required EstimatorDefaults Estimator { get; init; }

    public required IReadOnlyList<WarningSign> WarningSigns { get; init; }

    public required IReadOnlyList<string> Precautions { get; init; }

    public required IReadOnlyList<StatusNote> StatusInBelgium { get; init; }

    /// <summary>Paragraphs.</summary>
    public required IReadOnlyList<string> Outlook { get; init; }
}

/// <summary>A kind of micro-task with an example.</summary>
public sealed record TaskType(string Name, string Text, string Example);

/// <summary>A platform of the directory compared with the others.</summary>
public sealed record PlatformNote(string Platform, string Tasks, string Access, string Payment, string Watch);

/// <summary>A sign that a platform or an offer is not sound, and why.</summary>
public sealed record WarningSign(string Sign, string Why);

/// <summary>A legal or social status to know, with its sources.</summary>
public sealed record StatusNote(string Title, string Text, IReadOnlyList<string> Sources);
