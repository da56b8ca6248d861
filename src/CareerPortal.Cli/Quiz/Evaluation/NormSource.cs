using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>Start norms from real people's answers.</summary>
internal static class NormSource
{
    private static readonly string[] Sources =
    [
        "spi_sapa: SAPA Personality Inventory, D. M. Condon (2018), doi 10.31234/osf.io/sc4p9; R package psychTools (W. Revelle), GPL (>= 2); "
            + "items of the IPIP (public domain); every second of 2 400 people, 18 scales",
        "openpsych_big5: IPIP-50 (L. R. Goldberg 1992, public domain), answers published by openpsychometrics.org (2012) for general use; "
            + "every second of 10 000 people",
    ];

    private const int FewestOfACountry = 50;

    /// <summary>Calibrates each data set on one half of its people and pools the items as items of five answers.</summary>
    /// <param name="sets">The people.</param>
    /// <param name="odd">Which half.</param>
    /// <param name="abroad">Widened for people of another country, as what ships is; otherwise for people like these.</param>
    public static StartNorms Learn(IReadOnlyList<RealPeople> sets, bool odd, bool abroad = true)
    {
        var banks = sets.Select(set => set.Calibrate(set.Half(odd))).ToList();
        var (countries, common) = sets.Zip(banks)
            .Select(pair => BetweenCountries(pair.First, pair.Second, odd))
            .FirstOrDefault(found => found.Countries > 0);
        return StartNorms.Learn(
            [.. sets.Zip(banks).SelectMany(pair => Items(pair.First, pair.Second))],
            new PeopleNorms(Math.Sqrt(sets.Average(set => Acquiescence(set, odd))), abroad ? countries : 0, abroad ? common : 0),
            Sources
        );
    }

    private static IEnumerable<NormItem> Items(RealPeople set, ItemBank bank) =>
        bank.Items.Select(item => new NormItem(
            item.Kind,
            set.Family(item.QualityId),
            $"{set.Name} {item.QualityId}",
            AnswerScale.Convert(item.Parameters, 5)
        ));

    /// <summary>
    /// The variance of acquiescence (answer points of a scale of five, squared). For each scale with both keyings, half the sum of a person's mean raw
    /// deviations on the forward and on the reversed items, where the quality cancels; what two scales have in common in it is no error of either.
    /// </summary>
    private static double Acquiescence(RealPeople set, bool odd)
    {
        var people = set.Half(odd);
        var items = set.Scales.SelectMany(scale => scale.Items.Select(item => item.IsReversed)).ToArray();
        var means = items.Select((_, at) => people.Where(values => values[at] > 0).Average(values => values[at])).ToArray();
        var columns = new List<double[]>();
        var first = 0;
        foreach (var scale in set.Scales)
        {
            var own = Enumerable.Range(first, scale.Items.Count).ToList();
            first += scale.Items.Count;
            if (own.All(at => items[at]) || own.All(at => !items[at]))
            {
                continue;
            }

            columns.Add([.. people.Select(values => (Mean(values, true) + Mean(values, false)) / 2 * 4 / (set.Answers - 1))]);

            double Mean(int[] values, bool reversed) =>
                own.Where(at => items[at] == reversed && values[at] > 0).Select(at => values[at] - means[at]).DefaultIfEmpty(0).Average();
        }

        var (_, common) = Covariances(columns);
        return Math.Max(0, common);
    }

    /// <summary>How the means of scales differ between countries, beyond what the number of people explains: one scale, and all together (z).</summary>
    private static (double Countries, double Common) BetweenCountries(RealPeople set, ItemBank bank, bool odd)
    {
        var people = set.Half(odd);
        var estimator = new ProfileEstimator(bank, SymmetricMatrix.Identity(bank.Dimensions.Count));
        var groups = set.Countries(odd)
            .Select((country, at) => (country, at))
            .Where(person => person.country.Length == 2 && person.country.All(char.IsAsciiLetterUpper))
            .GroupBy(person => person.country, person => estimator.EstimateValues(people[person.at]).Estimates)
            .Where(group => group.Count() >= FewestOfACountry)
            .Select(group => group.ToList())
            .ToList();
        if (groups.Count < 3)
        {
            return (0, 0);
        }

        // Means of estimates are drawn towards 0 by their reliability 1 − SE².
        var reliability = groups
            .SelectMany(group => group)
            .SelectMany(estimates => estimates)
            .Average(one => 1 - one.StandardError * one.StandardError);
        var (own, common) = Covariances([
            .. bank.Dimensions.Select((_, q) => groups.Select(group => group.Average(one => one[q].Mean) / reliability).ToArray()),
        ]);
        var sampling = groups.Average(group => 1 / (reliability * group.Count));
        return (Math.Sqrt(Math.Max(0, own - sampling)), Math.Sqrt(Math.Max(0, common)));
    }

    /// <summary>The mean variance of the columns and the mean covariance of two of them.</summary>
    private static (double Variance, double Covariance) Covariances(IReadOnlyList<double[]> columns)
    {
        var centred = columns.Select(column => column.Average() is var mean ? column.Select(x => x - mean).ToArray() : column).ToList();
        double variance = 0,
            covariance = 0;
        for (var i = 0; i < centred.Count; i++)
        {
            for (var j = 0; j < centred.Count; j++)
            {
                var product = centred[i].Zip(centred[j], (x, y) => x * y).Sum() / (centred[i].Length - 1);
                if (i == j)
                {
                    variance += product / centred.Count;
                }
                else
                {
                    covariance += product / (centred.Count * (centred.Count - 1.0));
                }
            }
        }

        return (variance, covariance);
    }
}
