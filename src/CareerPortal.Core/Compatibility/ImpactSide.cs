namespace CareerPortal.Compatibility;

/// <summary>How an occupation stands with the people of the sample, under one state of its requirements.</summary>
/// <param name="MedianRank">The rank that half of the people reach or beat; 0 where the quiz over all occupations cannot place it.</param>
/// <param name="First">For how many it comes first.</param>
/// <param name="Near">For how many it is among the first three.</param>
/// <param name="Suggested">For how many it is among the first ten.</param>
/// <param name="Fits">For how many the quiz over all occupations says that it fits.</param>
/// <param name="MeanPercent">The mean compatibility of people whose levels are known.</param>
/// <param name="Bands">How many people lie in each band, from the most distant to the strongest.</param>
public sealed record ImpactSide(int MedianRank, int First, int Near, int Suggested, int Fits, double MeanPercent, IReadOnlyList<int> Bands);
