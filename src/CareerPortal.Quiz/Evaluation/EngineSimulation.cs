using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>Measures the engine on simulated people: same seed, same table, on every machine.</summary>
public sealed class EngineSimulation
{
    private readonly int _people;
    private readonly ulong _seed;
    private readonly IReadOnlyList<SimulationBank> _banks;

    /// <summary>
    /// Takes the number of people of each test, the seed, and the banks that are tested; without them the shipped one, before and after
    /// calibration.
    /// </summary>
    public EngineSimulation(int people, ulong seed, IReadOnlyList<SimulationBank>? banks = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 2);
        _people = people;
        _seed = seed;
        _banks = banks ?? [SimulationBank.Start(), SimulationBank.Calibrated()];
    }

    /// <summary>Every test: ranking on the gallery, or on a made-up one, trait recovery, the occupation quiz, careless answers.</summary>
    public IReadOnlyList<SimulationRow> Run(OccupationGallery? gallery) => [.. Ranking(gallery), .. Recovery(), .. OccupationQuiz(), .. Careless()];

    /// <summary>
    /// Finds each person's occupation again: people lie 0.3 standard deviations around an occupation of the gallery. Wanted values hold for
    /// real occupations only.
    /// </summary>
    public IReadOnlyList<SimulationRow> Ranking(OccupationGallery? gallery)
    {
        var madeUp = gallery is null ? SyntheticGallery(_seed) : null;
        var rows = _banks.SelectMany(bank => RankingTest.Run(gallery ?? madeUp!, bank, _people, _seed));
        return
        [
            .. madeUp is null
                ? rows
                : rows.Select(row => row with { Test = row.Test.Replace(", ", " made-up ones, ", StringComparison.Ordinal), Wanted = "" }),
        ];
    }

    /// <summary>Recovers true levels from two and three items of each quality.</summary>
    public IReadOnlyList<SimulationRow> Recovery() => [.. _banks.SelectMany(bank => RecoveryTest.Run(bank, _people, _seed + 1))];

    /// <summary>The quiz of one occupation with eight qualities: how long, and how near the result of the whole bank.</summary>
    public IReadOnlyList<SimulationRow> OccupationQuiz() => [.. _banks.SelectMany(bank => OccupationQuizTest.Run(bank, _people, _seed + 2))];

    /// <summary>Finds careless answers among 24 by one OR rule.</summary>
    public IReadOnlyList<SimulationRow> Careless() => [.. _banks.SelectMany(bank => CarelessTest.Run(bank, _people, _seed + 3))];

    /// <summary>A gallery where none is given: occupations on 27 dimensions driven by six common factors.</summary>
    public static OccupationGallery SyntheticGallery(ulong seed, int occupations = 891, int dimensions = 27)
    {
        const int factors = 6;
        var random = new SeededRandom(seed);
        var loadings = Enumerable.Range(0, dimensions * factors).Select(_ => random.NextNormal() * 0.35).ToArray();
        var values = new double[occupations * dimensions];
        var common = new double[factors];
        for (var j = 0; j < occupations; j++)
        {
            for (var f = 0; f < factors; f++)
            {
                common[f] = random.NextNormal();
            }

            for (var d = 0; d < dimensions; d++)
            {
                values[j * dimensions + d] = 0.6 * random.NextNormal();
                for (var f = 0; f < factors; f++)
                {
                    values[j * dimensions + d] += loadings[d * factors + f] * common[f];
                }
            }
        }

        return OccupationGallery.Create(
            [.. Enumerable.Range(1, occupations).Select(j => $"occupation-{j}")],
            [.. Enumerable.Range(1, dimensions).Select(d => $"dimension-{d}")],
            values
        );
    }
}
