using CareerPortal.Search;

namespace CareerPortal.Offers.Desk;

/// <summary>Words that found nothing, and the occupations that may be meant, the likeliest first; none where nothing is sure enough.</summary>
public sealed record SynonymProposal(MissedWords Words, IReadOnlyList<MeantOccupation> Occupations);
