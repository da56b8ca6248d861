using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Compatibility;

/// <summary>
/// The occupations of one state of the content, by their number in the store; and, where there are any to rank, what ranks them
/// what says which fit, and what chooses the questions that tell them apart.
/// </summary>
internal sealed record RankedShelf(
    IReadOnlyDictionary<int, AskedOccupation> Occupations,
    AnswerRanker? Ranker,
    FitRanker? Fits,
    RankingSelection? Questions
);
