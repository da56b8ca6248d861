using System.Collections.Frozen;
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
    private readonly FrozenDictionary<string, StartNorm[]> _ofFamily;

    private StartNorms(
        IEnumerable<StartNorm> norms,
        IReadOnlyDictionary<string, FamilyNorm> families,
        PeopleNorms people,
        IReadOnlyList<string> sources
    )
    {
        _norms = [.. Enum.GetValues<ItemKind>().Select(kind => norms.Single(norm => norm.Kind == kind))];
        Families = families;
        People = people;
        Sources = sources;
        _ofFamily = families.ToFrozenDictionary(
            family => family.Key,
            family => _norms.Select(norm => norm.Kind == ItemKind.Interest ? norm : Shifted(norm, family.Value)).ToArray(),
            StringComparer.Ordinal
        );
    }

    /// <summary>The norms that ship with the engine, for five answers.</summary>
    public static StartNorms Shipped => ShippedNorms.Value;

    /// <summary>Whose answers to what the norms were computed from, with the licence: one line a source.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>How the people behind the norms differ.</summary>
    public PeopleNorms People { get; }

    /// <summary>By family of <see cref="NormFamilies"/>, where the thresholds of its traits lie.</summary>
    public IReadOnlyDictionary<string, FamilyNorm> Families { get; }

    /// <summary>The norm of one kind of item of a trait or interest of which nothing else is known.</summary>
    public StartNorm Of(ItemKind kind) => _norms[(int)kind];

    /// <summary>The norm of one kind of item of a family; without one, or with one that has no norm, as <see cref="Of(ItemKind)"/>.</summary>
    public StartNorm Of(ItemKind kind, string? family) =>
        family is not null && _ofFamily.TryGetValue(family, out var norms) ? norms[(int)kind] : Of(kind);

    /// <summary>The norm of an item: by its kind and by the family of its quality.</summary>
    public StartNorm Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Of(item.Kind, NormFamilies.Of(item.QualityId));
    }

    /// <summary>Pools calibrated items.</summary>
    /// <param name="items">Of both kinds of traits, all with as many answers.</param>
    /// <param name="people">How the people behind them differ from one another and between countries.</param>
    /// <param name="sources">Where they come from, one line a source.</param>
    /// <remarks>
    /// Thresholds = mean of the kind + shift of the family + shift of the dimension + what is the item's own: a nested analysis of variance by moments
    /// (S. R. Searle, G. Casella and C. E. McCulloch 1992), means of kinds and shifts of families in turn until both stand; families are drawn towards 0
    /// by their reliability. The shift of the dimension is what the items of a new quality share and nobody knows.
    /// Interests: no answers to activities are at hand. Their norm has the shape of the positively worded traits (slope, distances of thresholds) in
    /// the middle of the scale, for liking an activity is no virtue that most people claim; and not knowing that, their shared shift is that of a
    /// trait of any family, widened by the whole distance between the middle and the traits.
    /// </remarks>
    /// <exception cref="ArgumentException">A kind of trait has fewer than ten items, or there are fewer than three dimensions.</exception>
    public static StartNorms Learn(IReadOnlyList<NormItem> items, PeopleNorms people, IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(sources);
        foreach (var kind in new[] { ItemKind.Trait, ItemKind.ReversedTrait })
        {
            if (items.Count(item => item.Kind == kind) < 10)
            {
                throw new ArgumentException($"At least ten items of kind {kind} are needed.", nameof(items));
            }
        }

        var rows = items.Select(item => (double[])[Math.Log(item.Parameters.A), .. item.Parameters.B.Select(Within)]).ToList();
        Dictionary<ItemKind, double[]> means = [];
        var found = new NormComponents(0, 0, new Dictionary<string, FamilyNorm>());
        for (var round = 0; round < 50; round++)
        {
            means = items
                .Zip(rows)
                .GroupBy(pair => pair.First.Kind)
                .ToDictionary(
                    group => group.Key,
                    group =>
                        Enumerable
                            .Range(0, rows[0].Length)
                            .Select(k => group.Average(pair => pair.Second[k] - (k == 0 ? 0 : Shift(pair.First.Family))))
                            .ToArray()
                );
            found = NormComponents.Of([.. items.Zip(rows, (item, row) => (item.Family, item.Dimension, Centre(row) - Centre(means[item.Kind])))]);
        }

        // People here are of another country: its own shift adds to that of a dimension, what it has in common goes apart.
        var country = Math.Max(0, people.Countries * people.Countries - people.CountriesInCommon * people.CountriesInCommon);
        var shared = Math.Sqrt(found.Families + found.Dimensions + country);
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
            found.Norms.ToDictionary(
                family => family.Key,
                family => family.Value with { Shared = Math.Sqrt(family.Value.Shared * family.Value.Shared + country) }
            ),
            people,
            sources
        );

        double Shift(string? family) => family is not null && found.Norms.TryGetValue(family, out var norm) ? norm.Shift : 0;

        StartNorm Norm(ItemKind kind)
        {
            var mean = means[kind];
            var own = items
                .Zip(rows)
                .Where(pair => pair.First.Kind == kind)
                .Select(pair => pair.Second.Select((value, k) => value - mean[k] - (k == 0 ? 0 : Shift(pair.First.Family))).ToArray())
                .ToList();
            return new StartNorm(
                kind,
                new ItemParameters(Math.Exp(mean[0]), mean.AsSpan(1)),
                new ParameterUncertainty(Own(own, found.Dimensions), shared, people.CountriesInCommon),
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

        if (file is not { Format: 1, People: not null } || Enum.GetValues<ItemKind>().Any(kind => file.Norms?.Count(norm => norm.Kind == kind) != 1))
        {
            throw new FormatException("start norms: the file must hold \"format\": 1, \"people\" and one norm for each kind of item.");
        }

        return new StartNorms(file.Norms!.Select(norm => norm.ToNorm()), file.Families ?? [], file.People, file.Sources ?? []);
    }

    /// <summary>The text of a file that <see cref="Read"/> reads, numbers to four decimals.</summary>
    public string Write() =>
        JsonSerializer.Serialize(
            new NormFile(
                1,
                Sources,
                new PeopleNorms(Rounded(People.Acquiescence), Rounded(People.Countries), Rounded(People.CountriesInCommon)),
                [
                    .. _norms.Select(norm => new Entry(
                        norm.Kind,
                        norm.Items,
                        Rounded(norm.Parameters.A),
                        [.. norm.Parameters.B.Select(Rounded)],
                        Rounded(norm.Uncertainty.SharedDeviation),
                        Rounded(norm.Uncertainty.CommonDeviation),
                        [
                            .. Enumerable
                                .Range(0, norm.Uncertainty.Covariance.Size)
                                .Select(row => norm.Uncertainty.Covariance.Row(row)[..(row + 1)].ToArray().Select(Rounded).ToArray()),
                        ]
                    )),
                ],
                Families.ToDictionary(
                    family => family.Key,
                    family => family.Value with { Shift = Rounded(family.Value.Shift), Shared = Rounded(family.Value.Shared) }
                )
            ),
            Json
        ) + "\n";

    private static double Within(double b, int k) => Math.Clamp(b, -Edge - 0.01 * (4 - k), Edge + 0.01 * k);

    private static double Rounded(double value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);

    private static double Centre(double[] values) => values.AsSpan(1).ToArray().Average();

    private static StartNorm Shifted(StartNorm norm, FamilyNorm family) =>
        norm with
        {
            Parameters = new ItemParameters(norm.Parameters.A, [.. norm.Parameters.B.Select(b => b + family.Shift)]),
            Uncertainty = norm.Uncertainty with { SharedDeviation = family.Shared },
        };

    /// <summary>
    /// The covariance of (ln a, b) across items without the shared shift, of which only as much is taken off as leaves it positive definite.
    /// </summary>
    /// <param name="rows">Beside their means.</param>
    /// <param name="shared">Variance of the shift.</param>
    private static SymmetricMatrix Own(List<double[]> rows, double shared)
    {
        for (var share = shared; ; share *= 0.95)
        {
            var taken = share < 1e-3 ? 0 : share;
            var own = SymmetricMatrix.Create(
                rows[0].Length,
                (i, j) => rows.Sum(row => row[i] * row[j]) / (rows.Count - 1) - (i > 0 && j > 0 ? taken : 0) + (i == j ? Ridge : 0)
            );
            if (taken == 0 || Cholesky.TryFactor(own.Cells.ToArray(), own.Size))
            {
                return own;
            }
        }
    }

    private sealed record NormFile(
        int Format,
        IReadOnlyList<string>? Sources,
        PeopleNorms People,
        IReadOnlyList<Entry>? Norms,
        Dictionary<string, FamilyNorm>? Families
    );

    /// <summary>Covariance: the lower triangle, row by row.</summary>
    private sealed record Entry(ItemKind Kind, int Items, double A, double[] B, double Shared, double Common, double[][] Covariance)
    {
        public StartNorm ToNorm() =>
            Covariance is not null
            && B is not null
            && Covariance.Length == B.Length + 1
            && Covariance.Index().All(row => row.Item.Length == row.Index + 1)
                ? new StartNorm(
                    Kind,
                    new ItemParameters(A, B),
                    new ParameterUncertainty(SymmetricMatrix.Create(Covariance.Length, (i, j) => Covariance[i][j]), Shared, Common),
                    Items
                )
                : throw new FormatException($"start norms: the covariance of '{Kind}' must be a triangle of {B?.Length + 1} rows.");
    }
}
