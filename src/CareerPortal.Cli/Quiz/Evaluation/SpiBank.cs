using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>Scales of the SPI with five items, calibrated on real people.</summary>
internal static class SpiBank
{
    public const int ItemsPerScale = 5;
    public const int Categories = 6;

    public static string? Missing(OpenData data) => data.FirstMissing(("spi_sapa", "spi_2400.csv"), ("spi_sapa", "zola_keys.csv"));

    public static KeyFile Keys(OpenData data) => KeyFile.Read(data.Path("spi_sapa", "zola_keys.csv"));

    /// <summary>
    /// All narrow scales and their correlations, from all people, to simulate with: what a bank like ours is once it is calibrated.
    /// </summary>
    public static SimulationBank ToSimulateWith(OpenData data)
    {
        var keys = Keys(data);
        var (bank, people) = Calibrate(data, keys, [.. keys.Scales.Where(scale => keys.Of(scale).Count() == ItemsPerScale)], 1);
        return new SimulationBank($"items of {bank.Dimensions.Count} SPI scales", bank, LatentCorrelations.Learn(bank, people));
    }

    /// <summary>
    /// A bank of these scales, calibrated on the first <paramref name="share"/> of the people; with everyone's raw answers by item of the bank.
    /// </summary>
    public static (ItemBank Bank, List<int[]> People) Calibrate(OpenData data, KeyFile keys, IReadOnlyList<string> scales, double share)
    {
        var items = scales.SelectMany(keys.Of).ToList();
        var people = AnswerTable
            .Read(data.Path("spi_sapa", "spi_2400.csv"), [.. items.Select(key => key.Item)], [.. items.Select(_ => Categories)])
            .Select(person => person.Values)
            .ToList();
        var first = people[..(int)(people.Count * share)];
        var parameters = new List<ItemParameters>();
        for (var scale = 0; scale < scales.Count; scale++)
        {
            var own = Enumerable.Range(scale * ItemsPerScale, ItemsPerScale).ToArray();
            byte[] coded =
            [
                .. first.SelectMany(values =>
                    own.Select(at =>
                        (byte)(
                            values[at] == 0 ? 0
                            : items[at].IsReversed ? Categories + 1 - values[at]
                            : values[at]
                        )
                    )
                ),
            ];
            parameters.AddRange(GradedResponseCalibration.Fit(coded, ItemsPerScale, Categories).Items.Select(item => item.Parameters));
        }

        var bank = new ItemBank(
            items.Select(
                (key, at) =>
                    new Item
                    {
                        Id = key.Item,
                        QualityId = key.Scale,
                        Reversed = key.IsReversed,
                        Text = new QuizText([KeyValuePair.Create("fr", key.Item)]),
                        Parameters = parameters[at],
                    }
            ),
            scales
        );
        return (bank, people);
    }
}
