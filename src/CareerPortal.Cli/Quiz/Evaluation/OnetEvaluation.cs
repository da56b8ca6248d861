using System.Globalization;
using CareerPortal.Compatibility;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>
/// The 16 work styles and 6 interests of O*NET 27.0 as a gallery; noisy copies of its occupations as people who look for their occupation.
/// </summary>
/// <remarks>
/// Noise, in standard deviations of a dimension across occupations: 0.6 on each dimension on its own, and 0.6 shared by the work styles and 0.6
/// shared by the interests
/// (people use a scale higher or lower as a whole). W is learned on the copies of every second group of occupations (the first two digits of their
/// code) and
/// the table is measured on the other groups, among all occupations.
/// </remarks>
internal static class OnetEvaluation
{
    private const double Own = 0.6;
    private const double Shared = 0.6;

    /// <summary>The eight traits of "Discover your skills and careers", by the dimensions that are nearest to their statements.</summary>
    private static readonly (string Trait, string[] Dimensions)[] Traits =
    [
        ("leader", ["Leadership"]),
        ("driver", ["Achievement/Effort"]),
        ("influencer", ["interest-e"]),
        ("helper", ["interest-s", "Concern for Others"]),
        ("analyst", ["interest-i", "Analytical Thinking"]),
        ("creator", ["interest-a", "Innovation"]),
        ("organiser", ["interest-c", "Attention to Detail"]),
        ("doer", ["interest-r"]),
    ];

    public static string? Missing(OpenData data) => OnetGallery.Missing(data, "onet_27_0");

    public static IReadOnlyList<SimulationRow> Run(OpenData data, ulong seed, string? files)
    {
        var (ids, dimensions, values) = OnetGallery.Read(data, "onet_27_0", "IM");
        var n = dimensions.Count;
        var gallery = OccupationGallery.Create(ids, dimensions, values);
        var points = Enumerable.Range(0, ids.Count).Select(gallery.Point).ToArray();
        var random = new SeededRandom(seed);
        var people = points.Select(point => Copy(point, dimensions, random)).ToArray();
        var groups = ids.Select(id => id[..2]).Distinct().Order(StringComparer.Ordinal).ToList();
        var training = Enumerable.Range(0, ids.Count).Where(j => groups.IndexOf(ids[j][..2]) % 2 == 0).ToList();
        var tested = Enumerable.Range(0, ids.Count).Except(training).ToList();
        var within = WithinCovariance.Learn([.. training.SelectMany(j => points[j])], [.. training.SelectMany(j => people[j])], n);
        if (files is not null)
        {
            Write(files, gallery, points, people, training, tested);
        }

        var learned = new OccupationRanker(gallery, within);
        var plain = new OccupationRanker(gallery);
        var interests = Enumerable.Range(0, n).Where(d => InterestIds.Includes(dimensions[d])).ToArray();
        var families = points.Select((point, j) => new DiscoverSkillsFamily(ids[j], Strongest(point, dimensions))).ToList();
        var tallies = new Dictionary<string, List<double>>();
        var scores = new double[ids.Count];
        foreach (var j in tested)
        {
            learned.Score(people[j], [], scores);
            Count("Gaussian, W learned on other groups", j);
            plain.Score(people[j], [], scores);
            Count("Gaussian, W without learning", j);
            By("Pearson on all", (person, point) => ProfileBaselines.Pearson(person, point), j);
            By("Pearson on the 6 interests (O*NET)", (person, point) => ProfileBaselines.Pearson(Part(person), Part(point)), j);
            By("Euclid", (person, point) => ProfileBaselines.Euclid(person, point), j);
            By("shortfall only", (person, point) => ProfileBaselines.Shortfall(person, point), j);
            By("plain sum", (person, point) => ProfileBaselines.Sum(person, point), j);
            Suggest(people[j]);
            Count("Discover your skills, traits", j);
            By("random", (_, _) => ProfileBaselines.Random(random), j);
        }

        var test = FormattableString.Invariant($"O*NET 27.0, noisy copies of {tested.Count} occupations found among {ids.Count}");
        return FoundRanks.Rows(test, tallies);

        double[] Part(double[] vector) => [.. interests.Select(d => vector[d])];

        void By(string method, Func<double[], double[], double> nearness, int truth)
        {
            for (var j = 0; j < scores.Length; j++)
            {
                scores[j] = nearness(people[truth], points[j]);
            }

            Count(method, truth);
        }

        void Suggest(double[] person)
        {
            Array.Fill(scores, double.NegativeInfinity);
            foreach (var (family, total) in DiscoverSkills.Suggest(TraitsOf(person, dimensions), families))
            {
                scores[gallery.IndexOf(family)] = total;
            }
        }

        void Count(string method, int truth)
        {
            if (!tallies.TryGetValue(method, out var tally))
            {
                tallies[method] = tally = [];
            }

            tally.Add(OccupationRanker.RankOf(scores, truth));
        }
    }

    private static double[] Copy(double[] point, List<string> dimensions, SeededRandom random)
    {
        var styles = Shared * random.NextNormal();
        var interests = Shared * random.NextNormal();
        return [.. point.Select((value, d) => value + Own * random.NextNormal() + (InterestIds.Includes(dimensions[d]) ? interests : styles))];
    }

    /// <summary>Statements are answered −2..+2; here each dimension is one statement, its z score rounded.</summary>
    private static IReadOnlyDictionary<string, int> TraitsOf(double[] person, List<string> dimensions) =>
        DiscoverSkills.Traits(
            Traits.SelectMany(trait =>
                trait.Dimensions.Select(dimension =>
                    (trait.Trait, false, 3 + (int)Math.Clamp(Math.Round(person[IndexOf(dimensions, dimension)]), -2, 2))
                )
            )
        );

    /// <summary>An occupation as a family: its three strongest traits.</summary>
    private static string[] Strongest(double[] point, List<string> dimensions) =>
        [
            .. Traits
                .OrderByDescending(trait => trait.Dimensions.Average(dimension => point[IndexOf(dimensions, dimension)]))
                .Take(3)
                .Select(trait => trait.Trait),
        ];

    private static int IndexOf(List<string> dimensions, string name)
    {
        var at = dimensions.IndexOf(name);
        return at >= 0 ? at : throw new ArgumentException($"There is no dimension '{name}'.", nameof(name));
    }

    private static void Write(string folder, OccupationGallery gallery, double[][] points, double[][] people, List<int> training, List<int> tested)
    {
        Directory.CreateDirectory(folder);
        var all = Enumerable.Range(0, gallery.Ids.Count).ToList();
        Save("gallery.csv", all, points);
        Save("people.csv", tested, people);
        Save("first.csv", training, points);
        Save("second.csv", training, people);

        void Save(string name, List<int> rows, double[][] values)
        {
            var lines = rows.Select(j =>
                CsvLine.Of(
                    values[j]
                        .Select((value, d) => (value * gallery.Deviations[d] + gallery.Means[d]).ToString("R", CultureInfo.InvariantCulture))
                        .Prepend(gallery.Ids[j])
                )
            );
            File.WriteAllLines(Path.Combine(folder, name), lines.Prepend(CsvLine.Of(gallery.Dimensions.Prepend("id"))));
        }
    }
}
