// The result of the quiz over all occupations, as its page shows it.
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Compatibility;

/// <summary>The occupations that fit best, best first; what the answers say of the person; how many questions were answered, and how.</summary>
public sealed record Suggestions(IReadOnlyList<Suggestion> Occupations, IReadOnlyList<Trait> Traits, int AnswerCount, ResponseReport Answers)
{
    /// <summary>What the answers look like as a whole.</summary>
    public AnswerShape Shape { get; init; }

    /// <summary>How many occupations fit in all; where none does, the nearest are named all the same.</summary>
    public int Fitting { get; init; }
}

/// <summary>An occupation with what the answers say most clearly for it and against it.</summary>
public sealed record Suggestion(string OccupationCode, IReadOnlyList<SuggestionReason> Reasons)
{
    /// <summary>From 1; equals share a place.</summary>
    public int Place { get; init; } = 1;

    /// <summary>How many occupations share the place, itself included and those that are not named.</summary>
    public int Sharing { get; init; } = 1;

    /// <summary>Whether it fits; otherwise it is only nearer than the others.</summary>
    public bool Fits { get; init; }

    /// <summary>Whether anything that was asked speaks for the occupation.</summary>
    public bool IsSupported => Reasons.Any(r => r.IsFor);
}

/// <summary>A quality or an interest, and what it has to do with an occupation.</summary>
public sealed record SuggestionReason(string Id, ReasonKind Kind)
{
    /// <summary>Whether it speaks for the occupation.</summary>
    public bool IsFor => Kind is ReasonKind.Both or ReasonKind.Neither;
}

/// <summary>Where the person and the occupation lie.</summary>
public enum ReasonKind
{
    /// <summary>The occupation asks for it, and the person has it.</summary>
    Both,

    /// <summary>The occupation asks little of it, and the person has little.</summary>
    Neither,

    /// <summary>The occupation asks for more than the person has.</summary>
    More,

    /// <summary>The occupation asks for less than the person has.</summary>
    Less,
}

/// <summary>A quality or an interest that was asked about: its level and uncertainty (z), and where that lies.</summary>
public sealed record Trait(string Id, double Mean, double Deviation, Standing Standing);

/// <summary>Where a level lies beside that of most people.</summary>
public enum Standing
{
    Below,
    Average,
    Above,
}
