namespace CareerPortal.Quiz.Qualities;

/// <summary>What a guide's list of qualities means in the engine's vocabulary.</summary>
/// <param name="Words">Every entry of the list, in order.</param>
public sealed record WordResolution(IReadOnlyList<ResolvedWord> Words)
{
    /// <summary>Qualities found, each once, in the order of first mention.</summary>
    public IReadOnlyList<string> QualityIds { get; } = [.. Words.SelectMany(word => word.QualityIds).Distinct()];

    /// <summary>Prerequisites found, each once, in the order of first mention.</summary>
    public IReadOnlyList<string> PrerequisiteIds { get; } = [.. Words.SelectMany(word => word.PrerequisiteIds).Distinct()];

    /// <summary>Entries as written in which nothing was recognised.</summary>
    public IReadOnlyList<string> Unknown { get; } = [.. Words.Where(word => word.IsUnknown).Select(word => word.Text)];
}
