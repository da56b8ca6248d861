using CareerPortal.Cli.Files;
using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Fairness;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>
/// Real answers with sex and age: which items do people of one level answer differently, and how far does that move the order of occupations? It concerns
/// the items of these data, not the portal's own.
/// </summary>
internal static class FairnessEvaluation
{
    /// <summary>Ages outside are slips: years of birth, or worse.</summary>
    private const double YoungestAge = 10;
    private const double OldestAge = 99;
    private const int BigFiveCategories = 5;
    private const int People = 400;

    /// <summary>How many items are named at least.</summary>
    private const int Named = 3;

    /// <summary>The ages whose answers are compared at equal profile.</summary>
    private static readonly (double Young, double Old) Ages = (20, 50);

    /// <summary>
    /// Which work style of O*NET 30.1 a scale of the SPI stands for, to have real occupations to rank; −1 where the scale points the other way.
    /// </summary>
    private static readonly (string Scale, string Style, int Sign)[] Styles =
    [
        ("Compassion", "Empathy", 1),
        ("Sociability", "Social Orientation", 1),
        ("Honesty", "Integrity", 1),
        ("Industry", "Perseverance", 1),
        ("Intellect", "Intellectual Curiosity", 1),
        ("Creativity", "Innovation", 1),
        ("Order", "Dependability", 1),
        ("Charisma", "Leadership Orientation", 1),
        ("Perfectionism", "Attention to Detail", 1),
        ("SelfControl", "Self-Control", 1),
        ("Adaptability", "Adaptability", 1),
        ("Trust", "Cooperation", 1),
        ("Impulsivity", "Cautiousness", -1),
        ("Anxiety", "Stress Tolerance", -1),
    ];

    public static string? MissingSpi(OpenData data) => SpiBank.Missing(data) ?? data.FirstMissing(("spi_sapa", "zola_dictionary.csv"));

    /// <summary>All 135 items of the SPI's narrow scales, by sex and by age; and the order of the O*NET 30.1 occupations.</summary>
    public static IReadOnlyList<SimulationRow> Spi(OpenData data, ulong seed)
    {
        var keys = SpiBank.Keys(data);
        var scales = keys.Scales.Where(scale => keys.Of(scale).Count() == SpiBank.ItemsPerScale).ToList();
        var people = Read(data.Path("spi_sapa", "spi_2400.csv"), ',', [.. scales.SelectMany(keys.Of).Select(key => key.Item)], SpiBank.Categories);
        var wordings = Wordings(data);
        var rows = new List<SimulationRow>();
        var reversed = scales.SelectMany(keys.Of).Select(key => key.IsReversed).ToArray();
        var coded = scales
            .Select((_, scale) => Coded(people, scale * SpiBank.ItemsPerScale, reversed, SpiBank.ItemsPerScale, SpiBank.Categories))
            .ToList();
        foreach (var (name, group, first, second) in new[] { Sex(people), Age(people) })
        {
            var audits = coded.Select(answers => ScaleAudit.Run(answers, SpiBank.ItemsPerScale, SpiBank.Categories, group)).ToList();
            rows.AddRange(
                Table(
                    $"fairness, SPI by {name}",
                    audits.SelectMany((audit, scale) => audit.Items.Select((item, at) => (Name: ItemName(scale, at), item))).ToList(),
                    audits[0].People
                )
            );
            if (OnetGallery.Missing(data) is null)
            {
                rows.AddRange(Shift($"fairness, order of occupations by {name}", data, scales, coded, reversed, audits, first, second, seed));
            }
        }

        return rows;

        string ItemName(int scale, int at)
        {
            var key = keys.Of(scales[scale]).ElementAt(at);
            return $"{scales[scale]}: {wordings[key.Item]}";
        }
    }

    /// <summary>The 50 items of IPIP by age.</summary>
    public static IReadOnlyList<SimulationRow> BigFive(OpenData data)
    {
        using var file = CsvFile.Open(data.Path("grm_reference", "big5_grm_params.csv"));
        var keyed = file.Column("keyed");
        var items = file.Rows().Select(row => (Name: row.Text("item"), IsReversed: row.Number(keyed) < 0)).ToList();
        var people = Read(data.Path("openpsych_big5", "data_items.tsv"), '\t', [.. items.Select(item => item.Name)], BigFiveCategories);
        bool[] reversed = [.. items.Select(item => item.IsReversed)];
        var (_, group, _, _) = Age(people);
        var found = new List<(string, ItemFairness)>();
        var counted = 0;
        foreach (var scale in items.Select(item => item.Name[..1]).Distinct())
        {
            var from = items.FindIndex(item => item.Name[..1] == scale);
            var count = items.Count(item => item.Name[..1] == scale);
            var audit = ScaleAudit.Run(Coded(people, from, reversed, count, BigFiveCategories), count, BigFiveCategories, group);
            found.AddRange(audit.Items.Select((item, at) => (items[from + at].Name, item)));
            counted = audit.People;
        }

        return Table("fairness, IPIP-50 by age", found, counted);
    }

    private static List<SimulationRow> Table(string test, List<(string Name, ItemFairness Fairness)> items, int people)
    {
        const string method = "ordinal logistic, purified";
        var flagged = items.Count(item => item.Fairness.IsFlagged);
        return
        [
            new SimulationRow(test, method, "people whose group is known", people),
            new SimulationRow(test, method, "items", items.Count),
            new SimulationRow(test, method, $"items with an effect of {ItemFairness.Limit} or more", flagged, "none, or named"),
            new SimulationRow(
                test,
                method,
                "items that change the slope of the level by 10 % or more",
                items.Count(item => item.Fairness.SlopeChange >= ItemFairness.Confounding)
            ),
            new SimulationRow(test, method, "mean effect", items.Average(item => item.Fairness.Effect)),
            // The largest are named whether or not they reach the limit.
            .. items
                .OrderByDescending(item => item.Fairness.Effect)
                .Take(Math.Max(flagged, Named))
                .SelectMany(item =>
                    new[]
                    {
                        new SimulationRow(test, item.Name, "effect", item.Fairness.Effect),
                        new SimulationRow(test, item.Name, "of it non-uniform", item.Fairness.NonUniform),
                        new SimulationRow(test, item.Name, "log odds of a higher coded answer", item.Fairness.Direction),
                    }
                ),
        ];
    }

    private static List<SimulationRow> Shift(
        string test,
        OpenData data,
        List<string> scales,
        List<byte[]> coded,
        bool[] reversed,
        List<ScaleAudit> audits,
        double first,
        double second,
        ulong seed
    )
    {
        var places = Styles.Select(style => scales.IndexOf(style.Scale)).ToArray();
        var bank = new ItemBank(
            places.SelectMany(scale =>
                GradedResponseCalibration
                    .Fit(coded[scale], SpiBank.ItemsPerScale, SpiBank.Categories)
                    .Items.Select(
                        (item, at) =>
                            new Item
                            {
                                Id = $"{scales[scale]}-{at}",
                                QualityId = scales[scale],
                                Reversed = reversed[scale * SpiBank.ItemsPerScale + at],
                                Text = new QuizText([KeyValuePair.Create("fr", "…")]),
                                Parameters = item.Parameters,
                            }
                    )
            ),
            places.Select(scale => scales[scale])
        );
        var (ids, dimensions, values) = OnetGallery.Read(data, "onet_30_1", "WI");
        var columns = Styles.Select(style => dimensions.IndexOf(style.Style)).ToArray();
        var gallery = OccupationGallery.Create(
            ids,
            bank.Dimensions,
            [.. ids.SelectMany((_, j) => columns.Select((column, d) => Styles[d].Sign * values[j * dimensions.Count + column]))]
        );

        // True profiles are those of real people, spread over the file.
        var estimator = new ProfileEstimator(bank, SymmetricMatrix.Identity(places.Length));
        var all = coded[0].Length / SpiBank.ItemsPerScale;
        var people = new List<IReadOnlyList<double>>();
        for (var person = 0; person < all; person += Math.Max(1, all / People))
        {
            var raw = places.SelectMany(
                (scale, d) =>
                    Enumerable
                        .Range(0, SpiBank.ItemsPerScale)
                        .Select(at => bank.Items[d * SpiBank.ItemsPerScale + at].Coded(coded[scale][person * SpiBank.ItemsPerScale + at]))
            );
            people.Add([.. estimator.EstimateValues([.. raw]).Estimates.Select(estimate => estimate.Mean)]);
        }

        var shift = RankShift.Measure(new AnswerRanker(gallery, bank), [.. places.Select(scale => audits[scale])], people, first, second, seed);
        var place = $"mean distance of an occupation's places, % of {gallery.Ids.Count}";
        const string method = "equal profile, answers of either group";
        return
        [
            new SimulationRow(test, method, "people", people.Count),
            new SimulationRow(test, method, place, shift.Mean),
            new SimulationRow(test, "the same group twice", place, shift.Noise),
            new SimulationRow(test, method, "moved in one direction, mean over occupations, %", shift.Systematic),
            new SimulationRow(test, method, $"moved furthest: {shift.Furthest}, %", shift.FurthestShift),
            new SimulationRow(test, method, "first ten in common, %", shift.SameTop),
            new SimulationRow(test, "the same group twice", "first ten in common, %", shift.SameTopNoise),
        ];
    }

    private static (string Name, double[] Group, double First, double Second) Sex(List<Person> people) =>
        ("sex", [.. people.Select(p => p.Sex)], 1, 2);

    /// <summary>Age in decades from 30, so that the slopes are small numbers around the middle.</summary>
    private static (string Name, double[] Group, double First, double Second) Age(List<Person> people) =>
        ("age", [.. people.Select(p => Decades(p.Age))], Decades(Ages.Young), Decades(Ages.Old));

    private static double Decades(double age) => age is >= YoungestAge and <= OldestAge ? (age - 30) / 10 : double.NaN;

    private static byte[] Coded(List<Person> people, int from, bool[] reversed, int count, int categories) =>
        [
            .. people.SelectMany(person =>
                Enumerable.Range(from, count).Select(at => (byte)(reversed[at] ? categories + 1 - person.Values[at] : person.Values[at]))
            ),
        ];

    /// <summary>People who answered every item, with sex (1, 2) and age where they are told.</summary>
    private static List<Person> Read(string path, char separator, List<string> items, int categories)
    {
        using var file = CsvFile.Open(path, separator);
        var columns = items.Select(file.Column).ToArray();
        int age = file.Column("age"),
            sex = file.Has("sex") ? file.Column("sex") : -1;
        return
        [
            .. file.Rows()
                .Select(row => new Person(
                    row.Number(age, mayBeEmpty: true),
                    sex < 0 ? double.NaN : row.Number(sex, mayBeEmpty: true),
                    [.. columns.Select(column => row[column] == "0" ? 0 : row.Answer(column, categories))]
                ))
                .Where(person => !person.Values.Contains(0)),
        ];
    }

    private static Dictionary<string, string> Wordings(OpenData data)
    {
        using var file = CsvFile.Open(data.Path("spi_sapa", "zola_dictionary.csv"));
        int id = file.Column("item_id"),
            text = file.Column("item");
        return file.Rows().DistinctBy(row => row[id]).ToDictionary(row => row[id], row => row[text].TrimEnd('.'), StringComparer.Ordinal);
    }

    private sealed record Person(double Age, double Sex, int[] Values);
}
