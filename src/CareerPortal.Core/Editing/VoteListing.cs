using CareerPortal.Guides;
using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>A page of what readers said, and the counts of all of it.</summary>
public sealed record VoteListing(
    IReadOnlyList<GuideVote> Votes,
    IReadOnlyDictionary<int, (OccupationName Name, string Language)> Names,
    int Useful,
    int NotUseful,
    int Page,
    int Pages
);
