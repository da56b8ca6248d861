using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static CareerPortal.Guides.GuideSets;

namespace CareerPortal.Core.Tests.Guides;

public sealed class GuideCheckerTests : IDisposable
{
    private static readonly GuideDocument Good = Sample.CompleteGuide().ToDocument();

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task CheckAsync_GuideOfTheStore_IsHeldAgainstAllTheStoreKnows()
    {
        await _store.ImportAsync(Sample.Set(Sample.CompleteGuide()), Cancellation);
        var content = Good.Content with
        {
            KeyFacts = Good.Content.KeyFacts! with { Studies = "Un master." },
            Salaries = [Good.Content.Salaries[0] with { LowCents = 100_000, Source = "inconnue" }],
            Similar = [new OccupationLink("relieur", "Proche.")],
        };

        var faults = await Checker().CheckAsync(await GuideAsync(), Good with { Content = content }, Cancellation);

        Assert.Equal(
            [
                new GuideFault("content.salaries[0]", FaultKind.UnknownCode, "inconnue"),
                new GuideFault("content.salaries[0]", FaultKind.BelowMinimumWage, "2111,89 €"),
                new GuideFault("content.keyFacts.studies", FaultKind.StudiesContradict, $"{StudyLevel.UpperSecondary}"),
            ],
            faults!
        );
    }

    [Fact]
    public async Task CheckAsync_AddressThatFailsSince_IsDead()
    {
        await _store.ImportAsync(Sample.Set(Sample.CompleteGuide()), Cancellation);
        await using (var context = _store.CreateDbContext())
        {
            context.AddRange(Link("https://centre.example", TestStore.Start.UtcDateTime), Link("https://source.example/enquete", null));
            await context.SaveChangesAsync(Cancellation);
        }

        var faults = await Checker().CheckAsync(await GuideAsync(), Good, Cancellation);

        Assert.Equal([new GuideFault("content.trainingSteps[0]", FaultKind.DeadLink, "https://centre.example")], faults!);
    }

    [Fact]
    public async Task CheckAsync_NoSuchGuide_IsNull() => Assert.Null(await Checker().CheckAsync(17, Good, Cancellation));

    private static LinkCheck Link(string address, DateTime? failsSince) =>
        new()
        {
            AddressHash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(address)),
            Address = address,
            FailsSinceUtc = failsSince,
        };

    private GuideChecker Checker() => new(_store, new ContentMark(_store, _store.Time), TestStore.Qualities, _store.Time);

    private async Task<int> GuideAsync()
    {
        await using var context = _store.CreateDbContext();
        return await context.Guides.Select(g => g.Id).SingleAsync(Cancellation);
    }
}
