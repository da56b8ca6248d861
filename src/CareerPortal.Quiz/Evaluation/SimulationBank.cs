using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>The items that simulated people answer, and how the qualities behind them go together.</summary>
public sealed class SimulationBank
{
    /// <summary>Takes a bank all of whose dimensions stand for a quality.</summary>
    /// <param name="name">What the items are, as the table calls them.</param>
    /// <param name="bank">The items.</param>
    /// <param name="correlations">Correlations of the bank's dimensions in the population.</param>
    public SimulationBank(string name, ItemBank bank, SymmetricMatrix correlations)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(correlations);
        if (correlations.Size != bank.Dimensions.Count)
        {
            throw new ArgumentException(
                $"The bank has {bank.Dimensions.Count} dimensions, the correlations {correlations.Size}.",
                nameof(correlations)
            );
        }

        Name = name;
        Bank = bank;
        Correlations = correlations;
    }

    /// <summary>What the items are.</summary>
    public string Name { get; }

    /// <summary>The items.</summary>
    public ItemBank Bank { get; }

    /// <summary>Correlations of the dimensions in the population; the estimator knows them.</summary>
    public SymmetricMatrix Correlations { get; }

    /// <summary>The qualities of the shipped bank with the parameters that items have before calibration.</summary>
    public static SimulationBank Start() => Shipped("start parameters", item => StartNorms.Shipped.Of(item).Parameters);

    /// <summary>
    /// The qualities of the shipped bank with parameters drawn as calibration found those of the 135 SPI items (data of Condon 2018): ln a with mean
    /// 0.72 and standard deviation 0.42;
    /// the middle of the thresholds with mean −0.43 and standard deviation 0.58 between and 0.37 within qualities; the distance of the outer ones
    /// 3.44 at the geometric mean, shorter
    /// for sharper items (ln distance falls by 0.47 for each unit of ln a; the rest has a standard deviation of 0.17).
    /// </summary>
    public static SimulationBank Calibrated(ulong seed = 2026)
    {
        var random = new SeededRandom(seed);
        var middles = QualityIds.All.ToDictionary(quality => quality, _ => -0.43 + 0.58 * random.NextNormal());
        return Shipped(
            "parameters like calibrated ones",
            item =>
            {
                var sharpness = 0.42 * random.NextNormal();
                var middle = middles[item.QualityId] + 0.37 * random.NextNormal();
                var distance = 3.44 * Math.Exp(-0.47 * sharpness + 0.17 * random.NextNormal());
                return new ItemParameters(
                    Math.Exp(0.72 + sharpness),
                    middle - distance / 2,
                    middle - distance / 6,
                    middle + distance / 6,
                    middle + distance / 2
                );
            }
        );
    }

    /// <summary>
    /// The same items over other dimensions: the first dimension gets those of the first quality, and so on, from the start again where there
    /// are more dimensions. Items that resemble each other across qualities are not told apart.
    /// </summary>
    public ItemBank Over(IReadOnlyList<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        return new ItemBank(
            dimensions.SelectMany(
                (dimension, d) =>
                {
                    var own = Bank.ItemsOf(d % Bank.Dimensions.Count).ToArray().Select(at => Bank.Items[at]).ToList();
                    return own.Select(item =>
                        Copy(item, dimension, $"{dimension}/", item.Parameters, item.SimilarTo.Where(other => own.Exists(o => o.Id == other)))
                    );
                }
            ),
            dimensions
        );
    }

    private static SimulationBank Shipped(string name, Func<Item, ItemParameters> parameters)
    {
        var shipped = ItemBank.Load();
        var bank = new ItemBank(
            shipped
                .Asked.Where(item => QualityIds.All.Contains(item.QualityId))
                .Select(item => Copy(item, item.QualityId, "", parameters(item), item.SimilarTo)),
            QualityIds.All
        );
        return new SimulationBank(name, bank, QualityCorrelations.Prior(QualityIds.All));
    }

    private static Item Copy(Item item, string dimension, string prefix, ItemParameters parameters, IEnumerable<string> similar) =>
        new()
        {
            Id = prefix + item.Id,
            QualityId = dimension,
            Reversed = item.Reversed,
            Text = item.Text,
            SimilarTo = [.. similar.Select(other => prefix + other)],
            Parameters = parameters,
        };
}
