using System.Text.Json;
using System.Text.Json.Serialization;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Items;

/// <summary>What items start with before anyone here has answered them: norms of other items, from other people.</summary>
/// <remarks>
/// The norms that ship are foreign: means and covariances over items in English, answered on the internet, calibrated on every second person of
/// openpsych_big5 and spi_sapa. Answers of people are not in them. <c>quiz start-norms</c> recomputes them; decision 0031 says how.
/// </remarks>
public sealed class StartNorms
{
    private const string File = "CareerPortal.Quiz.Items.start-norms.json";

    /// <summary>Thresholds beyond this say nothing: nobody lives there.</summary>
    private const double Edge = 4;

    /// <summary>Keeps a covariance positive definite where thresholds move together.</summary>
    private const double Ridge = 1e-4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly Lazy<StartNorms> ShippedNorms = new(() =>
    {
        using var stream =
            typeof(StartNorms).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The engine was built without {File}.");
        return Read(stream);
    });

    private readonly StartNorm[] _norms;

    private StartNorms(IEnumerable<StartNorm> norms, IReadOnlyList<string> sources)
    {
        _norms = [.. Enum.GetValues<ItemKind>().Select(kind => norms.Single(norm => norm.Kind == kind))];
        Sources = sources;
    }

    /// <summary>The norms that ship with the engine, for five answers.</summary>
    public static StartNorms Shipped => ShippedNorms.Value;

    /// <summary>Whose answers to what the norms were computed from, with the licence: one line a source.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>The norm of one kind of item.</summary>
    public StartNorm Of(ItemKind kind) => _norms[(int)kind];

    /// <summary>Pools calibrated items.</summary>
    /// <param name="items">Kind, dimension and parameters of each item after reversal, all with as many answers; of both kinds of traits.</param>
    /// <param name="sources">Where they come from, one line a source.</param>
    /// <remarks>
    /// Interests: no answers to activities are at hand. Their norm has the shape of the positively worded traits (slope, distances of thresholds) in
    /// the middle of the scale, for liking an activity is no virtue that most people claim; and not knowing that, their shared shift is widened by the
    /// whole distance between the middle and the traits.
    /// </remarks>
    /// <exception cref="ArgumentException">A kind of trait has fewer than ten items, or there are fewer than three dimensions.</exception>
    public static StartNorms Learn(IReadOnlyList<(ItemKind Kind, string Dimension, ItemParameters Parameters)> items, IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(sources);
        var rows = items
            .Select(item => (item.Kind, item.Dimension, Values: (double[])[Math.Log(item.Parameters.A), .. item.Parameters.B.Select(Within)]))
            .ToList();
        foreach (var kind in new[] { ItemKind.Trait, ItemKind.ReversedTrait })
        {
            if (rows.Count(row => row.Kind == kind) < 10)
            {
                throw new ArgumentException($"At least ten items of kind {kind} are needed.", nameof(items));
            }
        }

        var means = rows.GroupBy(row => row.Kind)
            .ToDictionary(
                group => group.Key,
                group => Enumerable.Range(0, rows[0].Values.Length).Select(k => group.Average(row => row.Values[k])).ToArray()
            );
        var shared = Math.Sqrt(SharedVariance([.. rows.Select(row => (row.Dimension, Centre(row.Values) - Centre(means[row.Kind])))]));
        var trait = Norm(ItemKind.Trait);
        var centre = Centre(means[ItemKind.Trait]);
        return new StartNorms(
            [
                trait,
                Norm(ItemKind.ReversedTrait),
                new StartNorm(
                    ItemKind.Interest,
                    new ItemParameters(trait.Parameters.A, [.. trait.Parameters.B.Select(b => b - centre)]),
                    trait.Uncertainty with
                    {
                        SharedDeviation = Math.Sqrt(shared * shared + centre * centre),
                    },
                    0
                ),
            ],
            sources
        );

        StartNorm Norm(ItemKind kind)
        {
            var mean = means[kind];
            var own = rows.Where(row => row.Kind == kind).Select(row => row.Values).ToList();
            return new StartNorm(
                kind,
                new ItemParameters(Math.Exp(mean[0]), mean.AsSpan(1)),
                new ParameterUncertainty(Own(own, mean, shared * shared), shared),
                own.Count
            );
        }
    }

    /// <summary>Reads norms of format 1 (JSON, UTF-8).</summary>
    /// <exception cref="FormatException">The file does not hold one norm for each kind of item.</exception>
    public static StartNorms Read(Stream stream)
    {
        NormFile? file;
        try
        {
            file = JsonSerializer.Deserialize<NormFile>(stream, Json);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"start norms: {problem.Message}", problem);
        }

        if (file is not { Format: 1 } || Enum.GetValues<ItemKind>().Any(kind => file.Norms?.Count(norm => norm.Kind == kind) != 1))
        {
            throw new FormatException("start norms: the file must hold \"format\": 1 and one norm for each kind of item.");
        }

        return new StartNorms(file.Norms!.Select(norm => norm.ToNorm()), file.Sources ?? []);
    }

    /// <summary>The text of a file that <see cref="Read"/> reads, numbers to four decimals.</summary>
    public string Write() =>
        JsonSerializer.Serialize(
            new NormFile(
                1,
                Sources,
                [
                    .. _norms.Select(norm => new Entry(
                        norm.Kind,
                        norm.Items,
                        Rounded(norm.Parameters.A),
                        [.. norm.Parameters.B.Select(Rounded)],
                        Rounded(norm.Uncertainty.SharedDeviation),
                        [
                            .. Enumerable
                                .Range(0, norm.Uncertainty.Covariance.Size)
                                .Select(row => norm.Uncertainty.Covariance.Row(row)[..(row + 1)].ToArray().Select(Rounded).ToArray()),
                        ]
                    )),
                ]
            ),
            Json
        ) + "\n";

    private static double Within(double b, int k) => Math.Clamp(b, -Edge - 0.01 * (4 - k), Edge + 0.01 * k);

    private static double Rounded(double value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);

    private static double Centre(double[] values) => values.AsSpan(1).ToArray().Average();

    /// <summary>Between dimensions, by the mean squares of a one-way analysis of variance with unequal groups; never below 0.</summary>
    private static double SharedVariance(IReadOnlyList<(string Dimension, double Shift)> shifts)
    {
        var groups = shifts.GroupBy(shift => shift.Dimension, shift => shift.Shift).Select(group => group.ToList()).ToList();
        if (groups.Count < 3 || groups.Count == shifts.Count)
        {
            throw new ArgumentException("At least three dimensions are needed, one of them with two items.", nameof(shifts));
        }

        var all = shifts.Average(shift => shift.Shift);
        var between = groups.Sum(group => group.Count * (group.Average() - all) * (group.Average() - all)) / (groups.Count - 1);
        var within = groups.Sum(group => group.Sum(x => (x - group.Average()) * (x - group.Average()))) / (shifts.Count - groups.Count);
        var size = (shifts.Count - groups.Sum(group => (double)group.Count * group.Count) / shifts.Count) / (groups.Count - 1);
        return Math.Max(0, (between - within) / size);
    }

    /// <summary>The covariance of (ln a, b) across items without the shared shift, of which only as much is taken off as leaves it positive definite.</summary>
    private static SymmetricMatrix Own(List<double[]> rows, double[] mean, double shared)
    {
        for (var share = shared; ; share *= 0.95)
        {
            var taken = share < 1e-3 ? 0 : share;
            var own = SymmetricMatrix.Create(
                mean.Length,
                (i, j) =>
                    rows.Sum(row => (row[i] - mean[i]) * (row[j] - mean[j])) / (rows.Count - 1) - (i > 0 && j > 0 ? taken : 0) + (i == j ? Ridge : 0)
            );
            if (taken == 0 || Cholesky.TryFactor(own.Cells.ToArray(), own.Size))
            {
                return own;
            }
        }
    }

    private sealed record NormFile(int Format, IReadOnlyList<string>? Sources, IReadOnlyList<Entry>? Norms);

    /// <summary>Covariance: the lower triangle, row by row.</summary>
    private sealed record Entry(ItemKind Kind, int Items, double A, double[] B, double Shared, double[][] Covariance)
    {
        public StartNorm ToNorm() =>
            Covariance is not null
            && B is not null
            && Covariance.Length == B.Length + 1
            && Covariance.Index().All(row => row.Item.Length == row.Index + 1)
                ? new StartNorm(
                    Kind,
                    new ItemParameters(A, B),
                    new ParameterUncertainty(SymmetricMatrix.Create(Covariance.Length, (i, j) => Covariance[i][j]), Shared),
                    Items
                )
                : throw new FormatException($"start norms: the covariance of '{Kind}' must be a triangle of {B?.Length + 1} rows.");
    }
}
