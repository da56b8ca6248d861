// The result of the quiz over all occupations, as its page shows it.
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Compatibility;

/// <summary>The occupations that fit best, best first; what the answers say of the person; how many questions were answered, and how.</summary>
public sealed record Suggestions(IReadOnlyList<Suggestion> Occupations, IReadOnlyList<Trait> Traits, int AnswerCount, ResponseReport Answers)
{
    /// <summary>What the answers look like as a whole.</summary>
    public AnswerShape Shape { get; init; }

    /// <summary>How many occupations the answers were compared with.</summary>
    public int Compared { get; init; }

    /// <summary>
    /// How many occupations fit in all, those that were put aside or filtered away not counted; where none does, the nearest are named all the same.
    /// </summary>
    public int Fitting { get; init; }

    /// <summary>How many more would fit, which the filter leaves out.</summary>
    public int Hidden { get; init; }

    /// <summary>Whether a question that was answered is not calibrated on people here yet: its parameters are a start.</summary>
    public bool IsProvisional { get; init; }
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

    /// <summary>What is known of it beside its profile; null where only its code is.</summary>
    public ShelfEntry? Entry { get; init; }

    /// <summary>What it shares with occupations that were put aside: because of that it stands lower.</summary>
    public IReadOnlyList<SharedReason> Lowered { get; init; } = [];

    /// <summary>Whether anything that was asked speaks for the occupation.</summary>
    public bool IsSupported => Reasons.Any(r => r.IsFor);
}

/// <summary>A quality or an interest, what it has to do with an occupation, and the answers that say so, in the order given.</summary>
public sealed record SuggestionReason(string Id, ReasonDirection Direction, IReadOnlyList<Answer> Evidence)
{
    /// <summary>Whether it speaks for the occupation.</summary>
    public bool IsFor => Direction is ReasonDirection.Both or ReasonDirection.Neither;
}

/// <summary>A quality or an interest that was asked about, what the answers say of it, and those answers, in the order given.</summary>
public sealed record Trait(string Id, Standing Standing, IReadOnlyList<Answer> Evidence);

/// <summary>
/// What the answers to one quality or interest say on average, on the scale on which they were given; compared with nobody.
/// </summary>
public enum Standing
{
    /// <summary>Little of it.</summary>
    Below,

    /// <summary>Neither little nor much, or now one and now the other.</summary>
    Average,

    /// <summary>Much of it.</summary>
    Above,
}
