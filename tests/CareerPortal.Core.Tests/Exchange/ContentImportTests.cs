using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Exchange;

public sealed class ContentImportTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task ApplyAsync_GuideThatDiffers_PublishesANewRevisionAndKeepsTheOld()
    {
        var before = Sample.BriefGuide();
        var after = before with { Content = before.Content with { Summary = "Tout autre chose." } };
        await _store.ImportAsync(Sample.Set(before), Cancellation);
        _store.Time.Advance(TimeSpan.FromDays(1));

        var report = await _store.ImportAsync(Sample.Set(after), Cancellation);

        await using var context = _store.CreateDbContext();
        var guide = await context.Guides.Include(g => g.PublishedRevision).SingleAsync(Cancellation);
        var revisions = await context.Revisions.OrderBy(r => r.Number).ToListAsync(Cancellation);
        Assert.Equal(new ImportCount(0, 1, 0), report?.Guides);
        Assert.Equal([before.Content.Summary, after.Content.Summary], revisions.Select(r => r.Read().Content.Summary));
        Assert.Equal(2, guide.PublishedRevision!.Number);
        Assert.Equal(after.Content.Summary, guide.PublishedSummary);
        Assert.Equal(TestStore.Start.UtcDateTime.AddDays(1), guide.PublishedUtc);
    }

    [Fact]
    public async Task ApplyAsync_AddressOfAGuideInTheStore_IsANamedFaultAndStoresNothing()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        var other = Sample.BriefGuide("doreur") with { Slug = "relieur" };

        var refused = await Assert.ThrowsAsync<ExchangeFaultException>(() => _store.ImportAsync(Sample.Set(other), Cancellation));

        Assert.Equal([new ExchangeFault("guides/relieur.fr.json", "slug", FaultKind.DuplicateCode, "relieur")], refused.Faults);
        await using var context = _store.CreateDbContext();
        Assert.Equal("relieur", (await context.Guides.Include(g => g.Occupation).SingleAsync(Cancellation)).Occupation.Code);
    }

    [Fact]
    public async Task ApplyAsync_AddressThatItsGuideLeaves_MayBeTaken()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);

        var report = await _store.ImportAsync(
            Sample.Set(Sample.BriefGuide() with { Slug = "relieur-d-art" }, Sample.BriefGuide("doreur") with { Slug = "relieur" }),
            Cancellation
        );

        Assert.Equal(new ImportCount(1, 1, 0), report?.Guides);
    }

    [Fact]
    public async Task ApplyAsync_GuidesThatSwapAddresses_BothGetTheirs()
    {
        var (first, second) = (Sample.BriefGuide(), Sample.BriefGuide("doreur"));
        await _store.ImportAsync(Sample.Set(first, second), Cancellation);

        var report = await _store.ImportAsync(Sample.Set(first with { Slug = "doreur" }, second with { Slug = "relieur" }), Cancellation);

        var library = _store.Library();
        Assert.Equal(new ImportCount(0, 2, 0), report.Guides);
        Assert.Equal("relieur", (await library.FindAsync("fr", "doreur", Cancellation))!.Summary.OccupationCode);
        Assert.Equal("doreur", (await library.FindAsync("fr", "relieur", Cancellation))!.Summary.OccupationCode);
        Assert.Null(await library.FindMovedAsync("fr", "relieur", Cancellation));
    }

    [Fact]
    public async Task ApplyAsync_AddressThatChanges_LeadsToTheNewOneUntilItsGuideIsBack()
    {
        var guide = Sample.BriefGuide();
        await _store.ImportAsync(Sample.Set(guide), Cancellation);
        await _store.ImportAsync(Sample.Set(guide with { Slug = "relieur-d-art" }), Cancellation);
        var library = _store.Library();
        var moved = await library.FindMovedAsync("fr", "relieur", Cancellation);

        await _store.ImportAsync(Sample.Set(guide), Cancellation);

        Assert.Equal("relieur-d-art", moved);
        Assert.Null(await library.FindMovedAsync("fr", "relieur", Cancellation));
        Assert.Equal("relieur", await library.FindMovedAsync("fr", "relieur-d-art", Cancellation));
        await using var context = _store.CreateDbContext();
        Assert.Equal(1, await context.Revisions.CountAsync(Cancellation));
    }

    /// <summary>Readers change the language on the page, which keeps its address.</summary>
    [Fact]
    public async Task FindMovedAsync_AddressOfAnotherLanguage_LeadsToThatOfTheOneRead()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide(), Sample.BriefGuide(language: "nl") with { Slug = "boekbinder" }), Cancellation);
        var library = _store.Library();

        Assert.Equal("boekbinder", await library.FindMovedAsync("nl", "relieur", Cancellation));
        Assert.Equal("relieur", await library.FindMovedAsync("fr", "boekbinder", Cancellation));
        Assert.Equal("relieur", await library.FindMovedAsync("de", "boekbinder", Cancellation));
        Assert.Null(await library.FindMovedAsync("fr", "relieur", Cancellation));
    }

    [Fact]
    public async Task ApplyAsync_FormerAddressTakenByAnotherGuide_IsThatGuides()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide() with { Slug = "relieur-d-art" }), Cancellation);

        await _store.ImportAsync(Sample.Set(Sample.BriefGuide("doreur") with { Slug = "relieur" }), Cancellation);

        var library = _store.Library();
        Assert.Null(await library.FindMovedAsync("fr", "relieur", Cancellation));
        Assert.Equal("doreur", (await library.FindAsync("fr", "relieur", Cancellation))!.Summary.OccupationCode);
    }

    /// <summary>Thousands of guides of 80 kB are compared by their hashes.</summary>
    [Fact]
    public async Task ApplyAsync_NothingDiffers_ReadsNoDocumentAndWritesNothing()
    {
        var set = Sample.Many(120);
        await _store.ImportAsync(set, Cancellation);
        var stamps = await StampsAsync();
        _store.Commands.Clear();

        var report = await _store.ImportAsync(set, Cancellation);

        Assert.Equal(new ImportCount(0, 0, 120), report.Guides);
        Assert.Equal(stamps, await StampsAsync());
        Assert.DoesNotContain(_store.Commands.Texts, t => t.Contains("\"Document\"", StringComparison.Ordinal));
        Assert.DoesNotContain(
            _store.Commands.Texts,
            t => t.Contains("UPDATE", StringComparison.Ordinal) || t.Contains("INSERT", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ApplyAsync_BrokenRevision_IsReplacedByWhatTheFileSays()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        await using (var context = _store.CreateDbContext())
        {
            await context.Revisions.ExecuteUpdateAsync(
                s => s.SetProperty(r => r.Document, "{").SetProperty(r => r.Hash, (string?)null),
                Cancellation
            );
        }

        var report = await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);

        Assert.Equal(new ImportCount(0, 1, 0), report.Guides);
        Assert.NotNull(await _store.Library().FindAsync("fr", "relieur", Cancellation));
    }

    [Fact]
    public async Task ApplyAsync_OccupationThatDiffers_TakesItsTitlesAndRequirements()
    {
        var set = Sample.Set(Sample.BriefGuide());
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
        var set = Sample.Set(Sample.CompleteGuide());
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
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        await using (var context = _store.CreateDbContext())
        {
            (await context.Guides.Include(g => g.PublishedRevision).SingleAsync(Cancellation)).Withdraw();
            await context.SaveChangesAsync(Cancellation);
        }

        var report = await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);

        Assert.Equal(new ImportCount(0, 1, 0), report?.Guides);
        Assert.NotNull(await _store.Library().FindAsync("fr", "relieur", Cancellation));
    }

    [Fact]
    public async Task RehearseAsync_NewGuide_TellsAndStoresNothing()
    {
        var report = await _store.Import().RehearseAsync(Sample.Set(Sample.BriefGuide()), "Test", Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.Equal(new ImportCount(1, 0, 0), report?.Guides);
        Assert.False(
            await context.Occupations.AnyAsync(Cancellation)
                || await context.Guides.AnyAsync(Cancellation)
                || await context.Revisions.AnyAsync(Cancellation)
        );
    }

    private async Task<List<Guid>> StampsAsync()
    {
        await using var context = _store.CreateDbContext();
        return await context.ContentStamps.OrderBy(s => s.Realm).Select(s => s.Version).ToListAsync(Cancellation);
    }
}
