using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Matching;

/// <summary>Learns a map from occupations measured twice with the settings that find occupations of other families best.</summary>
/// <remarks>
/// Families go into folds in turn. For every setting the map is learned on the other folds, and the people of the fold are compared with all first
/// profiles; the setting wins that gives their own occupations the highest mean logarithm of their share of the posterior (I. J. Good 1952: it
/// tells settings apart by every person, ranks only by those near the top), the earlier one where two are equal. First the ridge and the shrinkage,
/// then the correction of hubs with the map that won.
/// </remarks>
public static class WithinMapSearch
{
    private const int Folds = 5;
    private static readonly double[] Ridges = [0.01, 0.03, 0.1, 0.3, 1];
    private static readonly double[] Shrinks = [0.15, 0.3, 0.5];
    private static readonly double[] Strengths = [0.1, 0.2, 0.3, 0.4, 0.5];
    private static readonly int[] Neighbours = [10, 20, 50];

    /// <summary>
    /// Learns the map. With fewer than <see cref="WithinMap.LeastPairs"/> pairs outside the largest fold there is nothing to choose by: W alone is
    /// learned from few pairs, and the map by the usual settings from more.
    /// </summary>
    /// <param name="first">Pairs × n, row by row: the profiles of the gallery.</param>
    /// <param name="second">Pairs × n, in the same order: the profiles of the people.</param>
    /// <param name="families">The family of each pair, in the same order: pairs of one family are never on both sides.</param>
    /// <param name="n">Number of dimensions.</param>
    /// <param name="shrink">The shrinkage of W where it is not to be chosen.</param>
    /// <exception cref="ArgumentException">The shapes do not agree, or there is no pair.</exception>
    public static WithinMap Learn(double[] first, double[] second, IReadOnlyList<string> families, int n, double? shrink = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(families);
        if (first.Length != second.Length || first.Length != families.Count * n)
        {
            throw new ArgumentException("Both measures must be rows of n, one for each family named.", nameof(families));
        }

        var folds = FoldsOf(families);
        if (
            n > OccupationRanker.MaximumDimensions
            || folds.Max(fold => families.Count - fold.Length) < WithinMap.LeastPairs
            || folds.Any(fold => fold.Length == 0)
        )
        {
            return WithinMap.Learn(first, second, n, WithinMap.DefaultRidge, shrink ?? WithinCovariance.DefaultShrink);
        }

        var gallery = OccupationGallery.Create([.. families.Select((_, pair) => $"{pair}")], [.. Enumerable.Range(0, n).Select(d => $"{d}")], first);
        var (ridge, chosen) = (
            from candidate in Ridges
            from part in shrink is { } given ? [given] : Shrinks
            select (Ridge: candidate, Shrink: part)
        ).MaxBy(setting => folds.Sum(fold => Worth(fold, Without(fold, setting.Ridge, setting.Shrink))));
        var map = WithinMap.Learn(first, second, n, ridge, chosen);
        var maps = folds.Select(fold => Without(fold, ridge, chosen)).ToList();
        if (maps.Any(other => !IsDefinite(other)))
        {
            return map;
        }

        var hubs = BestHubs(folds.Zip(maps, (fold, other) => (Over(other), fold)), second);
        return map.With(hubs);

        WithinMap Without(int[] fold, double pull, double part)
        {
            var others = Enumerable.Range(0, families.Count).Except(fold).ToList();
            return WithinMap.Learn(
                [.. others.SelectMany(p => first[(p * n)..((p + 1) * n)])],
                [.. others.SelectMany(p => second[(p * n)..((p + 1) * n)])],
                n,
                pull,
                part
            );
        }

        OccupationRanker Over(WithinMap map) => new(gallery, map.Standardised(gallery.Means, gallery.Deviations));

        double Worth(int[] fold, WithinMap map) =>
            !IsDefinite(map) ? double.NegativeInfinity : ScoresOf(Over(map), second, fold).Sum(person => LogShare(person.Scores, person.Own));
    }

    /// <summary>The logarithm of an occupation's share of the posterior.</summary>
    private static double LogShare(double[] scores, int occupation)
    {
        var highest = scores.Max();
        return scores[occupation] - highest - Math.Log(scores.Sum(score => Math.Exp(score - highest)));
    }

    private static bool IsDefinite(WithinMap map) => Cholesky.TryFactor(map.Within.Cells.ToArray(), map.Within.Size);

    /// <summary>The correction with which people of every fold are found best.</summary>
    private static HubCorrection BestHubs(IEnumerable<(OccupationRanker Ranker, int[] Fold)> folds, double[] people)
    {
        var worth = Strengths
            .SelectMany(strength => Neighbours.Select(neighbours => new HubCorrection(strength, neighbours)))
            .Prepend(HubCorrection.None)
            .ToDictionary(hubs => hubs, _ => 0.0);
        foreach (var (ranker, fold) in folds)
        {
            var means = Neighbours.Append(HubCorrection.None.Neighbours).ToDictionary(neighbours => neighbours, ranker.HubMeans);
            foreach (var (own, scores) in ScoresOf(ranker, people, fold))
            {
                foreach (var hubs in worth.Keys)
                {
                    worth[hubs] += LogShare([.. scores.Zip(means[hubs.Neighbours], (s, m) => s - hubs.Strength * m)], own);
                }
            }
        }

        return worth.MaxBy(pair => pair.Value).Key;
    }

    private static IEnumerable<(int Own, double[] Scores)> ScoresOf(OccupationRanker ranker, double[] people, int[] some)
    {
        var n = ranker.Gallery.Dimensions.Count;
        foreach (var p in some)
        {
            var person = people[(p * n)..((p + 1) * n)];
            var scores = new double[ranker.Gallery.Ids.Count];
            ranker.Gallery.Standardise(person);
            ranker.Score(person, [], scores);
            yield return (p, scores);
        }
    }

    /// <summary>Families in the order of their names, dealt out in turn.</summary>
    private static List<int[]> FoldsOf(IReadOnlyList<string> families)
    {
        var fold = families.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((name, at) => (name, at % Folds)).ToDictionary();
        return [.. Enumerable.Range(0, Folds).Select(f => Enumerable.Range(0, families.Count).Where(p => fold[families[p]] == f).ToArray())];
    }
}
