// The result of the quiz over all occupations, as its page shows it.
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Compatibility;

/// <summary>The occupations that fit best, best first; what the answers say of the person; how many questions were answered, and how.</summary>
public sealed record Suggestions(IReadOnlyList<Suggestion> Occupations, IReadOnlyList<Trait> Traits, int AnswerCount, ResponseReport Answers);

/// <summary>An occupation with the qualities and interests that speak most for it and against it.</summary>
public sealed record Suggestion(string OccupationCode, IReadOnlyList<string> For, IReadOnlyList<string> Against);

/// <summary>A quality or an interest that was asked about: its level and uncertainty (z), and where that lies.</summary>
public sealed record Trait(string Id, double Mean, double Deviation, Standing Standing);

/// <summary>Where a level lies beside that of most people.</summary>
public enum Standing
{
    Below,
    Average,
    Above,
}
