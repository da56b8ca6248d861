namespace CareerPortal.Quiz.Matching;

/// <summary>A place in a ranking and the occupations that share it, because nothing that was answered tells them apart.</summary>
/// <param name="Place">From 1; the place after one that is shared is the next number.</param>
/// <param name="Ids">The occupations, in the gallery's order.</param>
/// <param name="Fit">How the person stands to each of them.</param>
public sealed record RankedPlace(int Place, IReadOnlyList<string> Ids, OccupationFit Fit);
