using System.Diagnostics;
using CareerPortal.Cli.Files;
using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>IPIP-50 answers of real people: are the reference parameters recovered, and how much do three items tell of ten?</summary>
internal static class BigFiveEvaluation
{
    private const int Calibrated = 6000;
    private const int Categories = 5;
    private const string Calibration = "IPIP-50, calibration on 6000 people";
    private const string HeldOut = "IPIP-50, held-out people";

    public static string? Missing(OpenData data) => data.FirstMissing(("openpsych_big5", "data_items.tsv"), ("grm_reference", "big5_grm_params.csv"));

    public static IReadOnlyList<SimulationRow> Run(OpenData data, ulong seed)
    {
        var reference = Reference(data.Path("grm_reference", "big5_grm_params.csv"));
        var names = reference.Select(item => item.Item).ToList();
        var people = Complete(data.Path("openpsych_big5", "data_items.tsv"), names);
        var scales = names.Select(name => name[..1]).Distinct().ToList();
        List<int[]> first = [.. people.Take(Calibrated)],
            rest = [.. people.Skip(Calibrated)];

        var clock = Stopwatch.StartNew();
        var fits = scales
            .Select(scale => GradedResponseCalibration.Fit(Coded(first, reference, scale), reference.Count(item => item.Scale == scale), Categories))
            .ToList();
        clock.Stop();
        var found = fits.SelectMany(fit => fit.Items.Select(item => item.Parameters)).ToList();
        var slopes = found.Zip(reference, (own, other) => Math.Abs(own.A - other.Parameters.A)).ToList();
        var thresholds = found.Zip(reference, (own, other) => own.B.Zip(other.Parameters.B, (b, c) => Math.Abs(b - c)).Max()).ToList();
        var rows = new List<SimulationRow>
        {
            new(Calibration, "converged maximum likelihood", "largest |Δa| to the reference", slopes.Max()),
            new(Calibration, "converged maximum likelihood", "largest |Δb| to the reference", thresholds.Max()),
            new(
                Calibration,
                "converged maximum likelihood",
                "items of 50 within 0.05 and 0.1",
                slopes.Zip(thresholds).Count(pair => pair.First <= 0.05 && pair.Second <= 0.1)
            ),
            new(Calibration, "converged maximum likelihood", "seconds", clock.Elapsed.TotalSeconds, "≤ 20"),
        };
        foreach (var (part, name) in new[] { (first, "the same people"), (rest, "held-out people") })
        {
            var gain = scales.Sum(scale =>
            {
                var coded = Coded(part, reference, scale);
                var own = Enumerable.Range(0, names.Count).Where(at => reference[at].Scale == scale).ToList();
                return GradedResponseCalibration.LogLikelihood(coded, [.. own.Select(at => found[at])])
                    - GradedResponseCalibration.LogLikelihood(coded, [.. own.Select(at => reference[at].Parameters)]);
            });
            rows.Add(new SimulationRow(Calibration, "converged maximum likelihood", $"log-likelihood above the reference, {name}", gain));
        }

        rows.AddRange(Replay(first, rest, Bank(reference, scales, found), scales, seed, ""));
        rows.AddRange(
            Replay(first, rest, Bank(reference, scales, [.. reference.Select(item => item.Parameters)]), scales, seed, ", reference parameters")
                .Where(row => row.Method.StartsWith("adaptive", StringComparison.Ordinal))
        );
        return rows;
    }

    private static List<SimulationRow> Replay(List<int[]> first, List<int[]> rest, ItemBank bank, List<string> scales, ulong seed, string suffix)
    {
        const int taken = 3;
        var n = scales.Count;
        var sigma = LatentCorrelations.Learn(bank, first);
        var estimator = new ProfileEstimator(bank, sigma, acquiescence: 0);
        var full = rest.Select(values => estimator.EstimateValues(values)).ToList();
        var rows = new List<SimulationRow>();
        foreach (var policy in new[] { AnswerReplay.Adaptive, AnswerReplay.InTurn, AnswerReplay.AtRandom })
        {
            var replay = new AnswerReplay(bank, policy);
            var profiles = new List<Profile>();
            var sums = new List<double[]>();
            for (var p = 0; p < rest.Count; p++)
            {
                var used = new int[rest[p].Length];
                var sum = new double[n];
                for (var scale = 0; scale < n; scale++)
                {
                    var items = replay.Take(scale, rest[p], taken, seed + (ulong)p).Items;
                    foreach (var item in items)
                    {
                        used[item] = rest[p][item];
                    }

                    sum[scale] = PlainSum
                        .Score([.. items.Select(item => (int?)rest[p][item])], [.. items.Select(item => bank.Items[item].Reversed)])!
                        .Value;
                }

                profiles.Add(estimator.EstimateValues(used));
                sums.Add(sum);
            }

            var name = policy.Replace('-', ' ') + suffix;
            const string measure = "mean r of 3 items with the 10-item estimate";
            rows.Add(
                new SimulationRow(
                    HeldOut,
                    $"{name}, with borrowing",
                    measure,
                    Mean(scale =>
                        Measure.Correlation(
                            [.. profiles.Select(x => x.Estimates[scale].BorrowedMean)],
                            [.. full.Select(x => x.Estimates[scale].BorrowedMean)]
                        )
                    ),
                    policy == AnswerReplay.Adaptive ? "≥ 0.915" : ""
                )
            );
            rows.Add(
                new SimulationRow(
                    HeldOut,
                    $"{name}, with borrowing",
                    "the same, ten items without borrowing",
                    Mean(scale =>
                        Measure.Correlation(
                            [.. profiles.Select(x => x.Estimates[scale].BorrowedMean)],
                            [.. full.Select(x => x.Estimates[scale].Mean)]
                        )
                    )
                )
            );
            rows.Add(
                new SimulationRow(
                    HeldOut,
                    $"{name}, own items only",
                    measure,
                    Mean(scale =>
                        Measure.Correlation([.. profiles.Select(x => x.Estimates[scale].Mean)], [.. full.Select(x => x.Estimates[scale].Mean)])
                    )
                )
            );
            rows.Add(
                new SimulationRow(
                    HeldOut,
                    $"{name}, plain sum",
                    measure,
                    Mean(scale => Measure.Correlation([.. sums.Select(x => x[scale])], [.. full.Select(x => x.Estimates[scale].Mean)]))
                )
            );
        }

        var (own, borrowed) = ItemsToPrecision(rest, bank, estimator);
        rows.Add(new SimulationRow(HeldOut, $"adaptive{suffix}, with borrowing", "items a scale to SE ≤ 0.5", borrowed, "≤ 3.5"));
        rows.Add(new SimulationRow(HeldOut, $"adaptive{suffix}, own items only", "items a scale to SE ≤ 0.5", own));
        return rows;

        double Mean(Func<int, double> measure) => Enumerable.Range(0, n).Average(measure);
    }

    /// <summary>
    /// Mean number of items a scale until its standard error is at most 0.5: each scale on its own, and with borrowing where the least certain
    /// scale is asked next.
    /// </summary>
    private static (double Own, double Borrowed) ItemsToPrecision(List<int[]> people, ItemBank bank, ProfileEstimator estimator)
    {
        const double precise = 0.5;
        var n = bank.Dimensions.Count;
        var replay = new AnswerReplay(bank, AnswerReplay.Adaptive);
        long own = 0,
            borrowed = 0;
        foreach (var values in people)
        {
            // The order of a scale's items depends on its own answers only.
            var orders = new List<int>[n];
            for (var scale = 0; scale < n; scale++)
            {
                own += replay.Take(scale, values, int.MaxValue, 0, precise).Items.Count;
                orders[scale] = replay.Take(scale, values, int.MaxValue, 0, double.Epsilon).Items;
            }

            var used = new int[values.Length];
            var counts = new int[n];
            while (true)
            {
                var estimates = estimator.EstimateValues(used).Estimates;
                var next = -1;
                for (var scale = 0; scale < n; scale++)
                {
                    if (
                        counts[scale] < orders[scale].Count
                        && estimates[scale].BorrowedStandardError > Math.Max(precise, next < 0 ? 0 : estimates[next].BorrowedStandardError)
                    )
                    {
                        next = scale;
                    }
                }

                if (next < 0)
                {
                    break;
                }

                var item = orders[next][counts[next]++];
                used[item] = values[item];
                borrowed++;
            }
        }

        var all = (double)people.Count * n;
        return (own / all, borrowed / all);
    }

    /// <summary>People who answered every item; 0 stands for a missed one.</summary>
    private static List<int[]> Complete(string path, List<string> names)
    {
        using var file = CsvFile.Open(path, '\t');
        var columns = names.Select(file.Column).ToArray();
        var people = file.Rows()
            .Select(row => columns.Select(column => row[column] == "0" ? 0 : row.Answer(column, Categories)).ToArray())
            .Where(values => !values.Contains(0))
            .ToList();
        return people.Count > Calibrated
            ? people
            : throw new InputException(path, $"only {people.Count} people answered every item, more than {Calibrated} are needed.");
    }

    private static byte[] Coded(List<int[]> people, List<ReferenceItem> items, string scale)
    {
        var own = Enumerable.Range(0, items.Count).Where(at => items[at].Scale == scale).ToArray();
        return [.. people.SelectMany(values => own.Select(at => (byte)(items[at].IsReversed ? Categories + 1 - values[at] : values[at])))];
    }

    private static ItemBank Bank(List<ReferenceItem> items, List<string> scales, List<ItemParameters> parameters) =>
        new(
            items.Select(
                (item, at) =>
                    new Item
                    {
                        Id = item.Item,
                        QualityId = item.Scale,
                        Reversed = item.IsReversed,
                        Text = new QuizText([KeyValuePair.Create("fr", item.Item)]),
                        Parameters = parameters[at],
                    }
            ),
            scales
        );

    private static List<ReferenceItem> Reference(string path)
    {
        using var file = CsvFile.Open(path);
        int a = file.Column("a"),
            keyed = file.Column("keyed");
        var b = Enumerable.Range(1, Categories - 1).Select(k => file.Column($"b{k}")).ToArray();
        return
        [
            .. file.Rows()
                .Select(row => new ReferenceItem(
                    row.Text("item")[..1],
                    row.Text("item"),
                    row.Number(keyed) < 0,
                    new ItemParameters(row.Number(a), [.. b.Select(column => row.Number(column))])
                )),
        ];
    }

    private sealed record ReferenceItem(string Scale, string Item, bool IsReversed, ItemParameters Parameters);
}
