using CareerPortal.Quiz.Numerics;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static CareerPortal.Occupations.OccupationSets;

namespace CareerPortal.Core.Tests.Compatibility;

/// <summary>The percent of a stored quiz tells the truth about people whose items nobody has calibrated; a small version of a benchmark.</summary>
[Slow]
public sealed class SimulatedTakerTests
{
    private const int Takers = 120;
    private const int TakersOfABank = 4;

    [Fact]
    public async Task Judge_ItemsThatNobodyCalibrated_HoldsTheTruthAboutAsOftenAsItSays()
    {
        using var store = new TestStore();
        await store.ImportFirstContentAsync(TestContext.Current.CancellationToken);
        var occupations = await OccupationsAsync(store);
        var random = new SeededRandom(2026);
        var takers = new SimulatedTakers(new QuizParts(store, store.Time), random);

        for (var t = 0; t < Takers / TakersOfABank; t++)
        {
            var bank = takers.BankAsBelieved();
            for (var k = 0; k < TakersOfABank; k++)
            {
                await takers.TakeAsync(
                    takers.Person(bank),
                    occupations[(t * TakersOfABank + k) % occupations.Count],
                    TestContext.Current.CancellationToken
                );
            }
        }

        // 120 takers tell 90 % from 54 %, not from 86 %: the benchmark with 2 000 does that.
        Assert.InRange(takers.Coverage, 80, 98);
        Assert.InRange(takers.Bias, -5, 5);
    }

    private static async Task<List<string>> OccupationsAsync(TestStore store)
    {
        await using var context = store.CreateDbContext();
        return await context
            .Occupations.Where(o => o.Requirements.Any())
            .OrderBy(o => o.Code)
            .Select(o => o.Code)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
