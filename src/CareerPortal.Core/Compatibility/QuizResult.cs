using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Compatibility;

/// <summary>
/// How one occupation fits, how carefully the answers seem to have been given, and what would change the result, the greatest change first.
/// </summary>
public sealed record QuizResult(CompatibilityScore Score, ResponseReport Answers, IReadOnlyList<ResultChange> Changes)
{
    /// <summary>Whether a question that was answered is not calibrated on people here yet: its parameters are a start.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>Whether one and the same answer was given nearly everywhere: then the score says nothing of the person.</summary>
    public bool IsUniform { get; init; }
}
