using CareerPortal.Import;
using CareerPortal.Occupations;
using CareerPortal.Places;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Import;

public sealed class ContentImportTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task ApplyAsync_GuideThatDiffers_PublishesANewRevisionAndKeepsTheOld()
    {
        var before = Exchange.BriefGuide();
        var after = before with { Content = before.Content with { Summary = "Tout autre chose." } };
        await _store.ImportAsync(Exchange.Set(before), Cancellation);
        _store.Time.Advance(TimeSpan.FromDays(1));

        var report = await _store.ImportAsync(Exchange.Set(after), Cancellation);

        await using var context = _store.CreateDbContext();
        var guide = await context.Guides.Include(g => g.Revisions).Include(g => g.PublishedRevision).SingleAsync(Cancellation);
        Assert.Equal(new ImportCount(0, 1, 0), report?.Guides);
        Assert.Equal([before.Content.Summary, after.Content.Summary], guide.Revisions.OrderBy(r => r.Number).Select(r => r.Content.Summary));
        Assert.Equal(2, guide.PublishedRevision!.Number);
        Assert.Equal(after.Content.Summary, guide.PublishedSummary);
        Assert.Equal(TestStore.Start.UtcDateTime.AddDays(1), guide.PublishedUtc);
    }

    [Fact]
    public async Task ApplyAsync_AddressOfAGuideInTheStore_IsANamedFaultAndStoresNothing()
    {
        await _store.ImportAsync(Exchange.Set(Exchange.BriefGuide()), Cancellation);
        var other = Exchange.BriefGuide("doreur") with { Slug = "relieur" };

        var refused = await Assert.ThrowsAsync<ExchangeFaultException>(() => _store.ImportAsync(Exchange.Set(other), Cancellation));

        Assert.Equal([new ExchangeFault("guides/relieur.fr.json", "slug", ExchangeFaultKind.DuplicateCode, "relieur")], refused.Faults);
        await using var context = _store.CreateDbContext();
        Assert.Equal("relieur", (await context.Guides.Include(g => g.Occupation).SingleAsync(Cancellation)).Occupation.Code);
    }

    [Fact]
    public async Task ApplyAsync_AddressThatItsGuideLeaves_MayBeTaken()
    {
        await _store.ImportAsync(Exchange.Set(Exchange.BriefGuide()), Cancellation);

        var report = await _store.ImportAsync(
            Exchange.Set(Exchange.BriefGuide() with { Slug = "relieur-d-art" }, Exchange.BriefGuide("doreur") with { Slug = "relieur" }),
            Cancellation
        );

        Assert.Equal(new ImportCount(1, 1, 0), report?.Guides);
    }

    [Fact]
    public async Task ApplyAsync_OccupationThatDiffers_TakesItsTitlesAndRequirements()
    {
        var set = Exchange.Set(Exchange.BriefGuide());
        await _store.ImportAsync(set, Cancellation);
        var entry = set.Occupations[0] with
        {
            Sector = Sector.Heritage,
            Titles = new Dictionary<string, TitleEntry>
            {
                ["fr"] = new("relieur", "relieuse", ["doreur"]),
                ["nl"] = new("boekbinder", "boekbindster"),
            },
            Requirements = [new("patience", 5, 5, RequirementOrigin.Counsellor)],
        };

        await _store.ImportAsync(set with { Occupations = [entry] }, Cancellation);

        var stored = Assert.Single((await new ExchangeExport(_store).ReadAsync(Cancellation)).Occupations);
        Assert.Equal(ExchangeJson.Write(ExchangeForms.Ordered(entry), false), ExchangeJson.Write(stored, false));
    }

    [Fact]
    public async Task ApplyAsync_DirectoriesThatDiffer_AreTaken()
    {
        var set = Exchange.Set(Exchange.CompleteGuide());
        await _store.ImportAsync(set, Cancellation);
        var changed = set with
        {
            TrainingCentres = [set.TrainingCentres[0] with { Name = "Autre nom", Website = null }],
            JobZones = [set.JobZones[0] with { OtherPoint = new MapPoint(50.6451, 5.5734) }],
            WageFloors = [set.WageFloors[0] with { MonthlyCents = 1 }],
            ExchangeRates = [set.ExchangeRates[0] with { UnitsPerEuro = 1.0875m }, set.ExchangeRates[0] with { Currency = "GBP" }],
        };

        await _store.ImportAsync(changed, Cancellation);

        var stored = await new ExchangeExport(_store).ReadAsync(Cancellation);
        Assert.Equal(changed.TrainingCentres, stored.TrainingCentres);
        Assert.Equal(changed.JobZones[0].OtherPoint, stored.JobZones[0].OtherPoint);
        Assert.Equal(changed.WageFloors, stored.WageFloors);
        Assert.Equal(changed.ExchangeRates.OrderBy(r => r.Currency, StringComparer.Ordinal), stored.ExchangeRates);
    }

    [Fact]
    public async Task ApplyAsync_GuideThatWasWithdrawn_PublishesItAnew()
    {
        await _store.ImportAsync(Exchange.Set(Exchange.BriefGuide()), Cancellation);
        await using (var context = _store.CreateDbContext())
        {
            (await context.Guides.Include(g => g.PublishedRevision).SingleAsync(Cancellation)).Withdraw();
            await context.SaveChangesAsync(Cancellation);
        }

        var report = await _store.ImportAsync(Exchange.Set(Exchange.BriefGuide()), Cancellation);

        Assert.Equal(new ImportCount(0, 1, 0), report?.Guides);
        Assert.NotNull(await _store.Library().FindAsync("fr", "relieur", Cancellation));
    }

    [Fact]
    public async Task RehearseAsync_NewGuide_TellsAndStoresNothing()
    {
        var report = await _store.Import().RehearseAsync(Exchange.Set(Exchange.BriefGuide()), "Test", Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.Equal(new ImportCount(1, 0, 0), report?.Guides);
        Assert.False(
            await context.Occupations.AnyAsync(Cancellation)
                || await context.Guides.AnyAsync(Cancellation)
                || await context.ContentStamps.AnyAsync(Cancellation)
        );
    }
}
