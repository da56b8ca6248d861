namespace CareerPortal.Quiz.Matching;

/// <summary>What is taken off occupations that sit near everyone: a share of how well each scores for the people of its nearest neighbours.</summary>
/// <remarks>
/// In many dimensions a few points are among the nearest of very many others (M. Radovanović, A. Nanopoulos and M. Ivanović 2010). The score of
/// occupation j loses <paramref name="Strength"/> times the mean of its best scores for the people of so many other occupations
/// (A. Conneau et al. 2018, with the gallery in place of the people, so that nobody measured is needed).
/// </remarks>
/// <param name="Strength">From 0 (nothing) to 1.</param>
/// <param name="Neighbours">How many occupations, at least 1.</param>
public readonly record struct HubCorrection(double Strength, int Neighbours)
{
    /// <summary>Nothing is taken off.</summary>
    public static HubCorrection None => new(0, 1);
}
