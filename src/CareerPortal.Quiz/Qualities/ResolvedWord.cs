namespace CareerPortal.Quiz.Qualities;

/// <summary>What one entry of a guide's list of qualities means: some qualities, some prerequisites, or nothing known.</summary>
/// <param name="Text">The entry as written.</param>
/// <param name="QualityIds">Qualities named, each once, in the order of the text.</param>
/// <param name="PrerequisiteIds">Prerequisites named, each once, in the order of the text.</param>
public sealed record ResolvedWord(string Text, IReadOnlyList<string> QualityIds, IReadOnlyList<string> PrerequisiteIds)
{
    /// <summary>Whether nothing in the entry is in the synonym table.</summary>
    public bool IsUnknown => QualityIds.Count == 0 && PrerequisiteIds.Count == 0;
}
