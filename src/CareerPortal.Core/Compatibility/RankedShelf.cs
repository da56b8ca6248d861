using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Compatibility;

/// <summary>The occupations of one state of the content: what ranks them, and what chooses the questions that tell them apart. None without occupations.</summary>
internal sealed record RankedShelf(AnswerRanker? Ranker, RankingSelection? Questions);
