using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Guides;

public sealed class GuideLibraryTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task FindAsync_CompleteGuide_BringsAllItRefersTo()
    {
        await _store.ImportAsync(Sample.Set(Sample.CompleteGuide()), Cancellation);

        var guide = await _store.Library().FindAsync("fr", "relieur", Cancellation);

        Assert.NotNull(guide);
        Assert.Equal(GuideKind.Complete, guide.Summary.Kind);
        Assert.Equal([Sample.Centre], guide.Centres.Keys);
        Assert.Equal([Sample.Zone], guide.Zones.Keys);
        Assert.Equal([Sample.Platform], guide.Platforms.Keys);
        Assert.Equal(["relieur"], guide.Neighbours.Keys);
        Assert.Equal([Sample.Source], guide.Sources.Select(s => s.Code));
        Assert.Equal(1, guide.NumberOf(Sample.Source));
        Assert.Equal(["detail", "rigueur", "patience"], guide.Summary.Qualities);
        Assert.Equal(new Dictionary<string, string> { ["fr"] = "relieur" }, guide.SlugsByLanguage);
    }

    [Fact]
    public async Task FindAsync_BriefGuide_HasNothingButItsOwn()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);

        var guide = await _store.Library().FindAsync("fr", "relieur", Cancellation);

        Assert.NotNull(guide);
        Assert.Equal(GuideKind.Brief, guide.Summary.Kind);
        Assert.Empty(guide.Centres);
        Assert.Empty(guide.Sources);
    }

    [Fact]
    public async Task FindAsync_UnknownAddress_FindsNothing()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);

        Assert.Null(await _store.Library().FindAsync("fr", "inconnu", Cancellation));
    }

    [Fact]
    public async Task FindAsync_EmptyStore_FindsNothing()
    {
        var library = _store.Library();

        Assert.Null(await library.FindAsync("fr", "relieur", Cancellation));
        Assert.Equal(0, (await library.CatalogueAsync("fr", Cancellation)).Search(new GuideQuery()).Total);
    }

    [Fact]
    public async Task Readers_DraftAndWithdrawnGuides_SeeNeither()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide(), Sample.BriefGuide("retire"), Sample.BriefGuide("brouillon")), Cancellation);
        await using (var context = _store.CreateDbContext())
        {
            var guides = await context.Guides.Include(g => g.PublishedRevision).Include(g => g.Mentions).ToDictionaryAsync(g => g.Slug, Cancellation);
            guides["retire"].Withdraw();
            guides["brouillon"].Withdraw();
            context.Add(Revision.Of(guides["brouillon"], 2, Sample.BriefGuide().ToDocument(), "Test", TestStore.Start.UtcDateTime));
            await context.SaveChangesAsync(Cancellation);
        }

        var library = _store.Library();

        Assert.Equal(["relieur"], (await library.CatalogueAsync("fr", Cancellation)).All.Select(g => g.Slug));
        Assert.Null(await library.FindAsync("fr", "retire", Cancellation));
        Assert.Null(await library.FindAsync("fr", "brouillon", Cancellation));
    }

    [Fact]
    public async Task Readers_RevisionThatIsBroken_MissThatGuideAlone()
    {
        var (broken, sound) = (Sample.CompleteGuide(), Sample.CompleteGuide("doreur"));
        await _store.ImportAsync(Sample.Set(broken, sound), Cancellation);
        await using (var context = _store.CreateDbContext())
        {
            var id = await context.Guides.Where(g => g.Slug == "relieur").Select(g => g.PublishedRevisionId).SingleAsync(Cancellation);
            await context
                .Revisions.Where(r => r.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.Document, """{"kind":"odd"}"""), Cancellation);
        }

        var library = _store.Library();

        await Assert.ThrowsAsync<UnreadableRevisionException>(() => library.FindAsync("fr", "relieur", Cancellation));
        Assert.NotNull(await library.FindAsync("fr", "doreur", Cancellation));
        Assert.Equal(["doreur", "relieur"], Slugs(await library.GuidesNamingCentreAsync("fr", Sample.Centre, Cancellation)));
        Assert.Equal(["doreur", "relieur"], Slugs(await library.GuidesNamingZoneAsync("fr", Sample.Zone, Cancellation)));
        Assert.Equal(["doreur", "relieur"], Slugs([.. (await library.CatalogueAsync("fr", Cancellation)).All]));
        Assert.Equal(["doreur"], Slugs((await library.SearchAsync("fr", new GuideQuery { Text = "aiguille" }, Cancellation)).Guides));

        static IEnumerable<string> Slugs(IReadOnlyList<GuideSummary> guides) => guides.Select(g => g.Slug).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task FindAsync_NewerDraftBesideThePublished_ShowsThePublished()
    {
        var file = Sample.BriefGuide();
        await _store.ImportAsync(Sample.Set(file), Cancellation);
        await using (var context = _store.CreateDbContext())
        {
            var guide = await context.Guides.SingleAsync(Cancellation);
            var draft = file.ToDocument() with { Content = file.Content with { Summary = "Pas encore." } };
            context.Add(Revision.Of(guide, 2, draft, "Test", TestStore.Start.UtcDateTime));
            await context.SaveChangesAsync(Cancellation);
        }

        var found = await _store.Library().FindAsync("fr", "relieur", Cancellation);

        Assert.Equal(file.Content.Summary, found!.Content.Summary);
        Assert.Equal(file.Content.Summary, found.Summary.Summary);
    }

    [Fact]
    public async Task FindAsync_NotTranslated_FallsBackToFrench()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);

        var guide = await _store.Library().FindAsync("nl", "relieur", Cancellation);

        Assert.Equal("fr", guide!.Summary.Language);
    }

    [Fact]
    public async Task FindAsync_Translated_StandsInItsLanguageUnderItsOwnAddress()
    {
        var dutch = Sample.BriefGuide(language: "nl") with { Slug = "boekbinder" };
        var set = Sample.Set(Sample.BriefGuide(), dutch);
        await _store.ImportAsync(
            set with
            {
                Occupations =
                [
                    Sample.Occupation() with
                    {
                        Titles = new Dictionary<string, TitleEntry>
                        {
                            ["fr"] = new("relieur", "relieuse"),
                            ["nl"] = new("boekbinder", "boekbindster"),
                        },
                    },
                ],
            },
            Cancellation
        );
        var library = _store.Library();

        var found = await library.FindAsync("nl", "boekbinder", Cancellation);

        Assert.Equal(("nl", "boekbindster"), (found!.Summary.Language, found.Summary.Name.Feminine));
        Assert.Equal(new Dictionary<string, string> { ["fr"] = "relieur", ["nl"] = "boekbinder" }, found.SlugsByLanguage);
        Assert.Equal(["boekbinder"], (await library.CatalogueAsync("nl", Cancellation)).All.Select(g => g.Slug));
        Assert.Equal(["relieur"], (await library.CatalogueAsync("de", Cancellation)).All.Select(g => g.Slug));
        Assert.Equal(1, (await library.CatalogueAsync("nl", Cancellation)).Search(new GuideQuery { Text = "relieuse" }).Total);
    }

    [Fact]
    public async Task FindAsync_SeveralMinimumWages_TakesTheOneInForce()
    {
        var set = Sample.Set(Sample.CompleteGuide());
        var today = DateOnly.FromDateTime(TestStore.Start.UtcDateTime);
        await _store.ImportAsync(
            set with
            {
                WageFloors =
                [
                    new(today.AddYears(-2), 1, 1, Sample.Source),
                    new(today, 2, 1, Sample.Source),
                    new(today.AddDays(1), 3, 1, Sample.Source),
                ],
            },
            Cancellation
        );

        var guide = await _store.Library().FindAsync("fr", "relieur", Cancellation);

        Assert.Equal(2, guide!.WageFloor!.MonthlyCents);
    }

    [Theory]
    [InlineData("2026-11-30", "2 111,89 € au 1er février 2025", "ancien")]
    [InlineData("2026-12-01", "2 189,81 € au 1er décembre 2026", Sample.Source)]
    public async Task FindAsync_MinimumWageInATextAndAFigure_IsTheOneInForceWithItsSource(string day, string text, string source)
    {
        var guide = Sample.CompleteGuide();
        var set = Sample.Set(
            guide with
            {
                Content = guide.Content with
                {
                    SalaryNotes = ["Au moins {minimum.month} au {minimum.since}."],
                    Figures = [new("Minimum", "{minimum.hour} de l'heure", Sample.Source, new DateOnly(2020, 1, 1)), .. guide.Content.Figures],
                    Faq = [new("Combien ?", ["Au moins {minimum.month}."])],
                },
            }
        );
        await _store.ImportAsync(
            set with
            {
                Sources = [.. set.Sources, set.Sources[0] with { Code = "ancien" }],
                WageFloors = [new(new DateOnly(2025, 2, 1), 211_189, 1_283, "ancien"), new(new DateOnly(2026, 12, 1), 218_981, 1_330, Sample.Source)],
            },
            Cancellation
        );
        _store.Time.SetUtcNow(DateTimeOffset.Parse(day + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

        var found = await _store.Library().FindAsync("fr", "relieur", Cancellation);

        Assert.Equal($"Au moins {text}.", found!.Content.SalaryNotes[0]);
        Assert.Equal((source, found.WageFloor!.From), (found.Content.Figures[0].Source, found.Content.Figures[0].AsOf));
        Assert.Equal(guide.Content.Figures[0], found.Content.Figures[1]);
        Assert.Equal([source], found.Content.Faq[0].Sources);
        Assert.Equal("Minimum", found.Content.Figures[0].Label);
    }

    [Fact]
    public async Task FindAsync_GuideWithDates_TellsThoseOfItsFile()
    {
        var guide = Sample.BriefGuide() with { PublishedOn = new DateOnly(2024, 5, 6), UpdatedOn = new DateOnly(2025, 7, 8) };
        await _store.ImportAsync(
            Sample.Set(guide, Sample.BriefGuide("autre") with { UpdatedOn = null }, Sample.BriefGuide("sans-date") with { PublishedOn = null }),
            Cancellation
        );

        var catalogue = await _store.Library().CatalogueAsync("fr", Cancellation);

        Assert.Equal((guide.PublishedOn, guide.UpdatedOn), Dates("relieur"));
        Assert.Equal((new DateOnly(2026, 1, 15), new DateOnly(2026, 1, 15)), Dates("autre"));
        Assert.Equal((null, null), Dates("sans-date"));

        (DateOnly?, DateOnly?) Dates(string slug) => catalogue.All.Where(g => g.Slug == slug).Select(g => (g.PublishedOn, g.UpdatedOn)).Single();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(4, true)]
    public async Task FindAsync_SeveralExchangeRates_TakesTheNewestOfTheCurrency(int monthsLater, bool doubtful)
    {
        var guide = Sample.CompleteGuide();
        guide = guide with
        {
            Content = guide.Content with
            {
                MicroTasks = guide.Content.MicroTasks! with { Estimator = guide.Content.MicroTasks!.Estimator with { Currency = "USD" } },
            },
        };
        var today = DateOnly.FromDateTime(TestStore.Start.UtcDateTime);
        await _store.ImportAsync(
            Sample.Set(guide) with
            {
                ExchangeRates =
                [
                    new("USD", today.AddDays(-9), 1.1m, Sample.Source),
                    new("USD", today, 1.25m, Sample.Source),
                    new("USD", today.AddYears(1), 1.3m, Sample.Source),
                    new("GBP", today, 0.8m, Sample.Source),
                ],
            },
            Cancellation
        );
        _store.Time.Advance(TimeSpan.FromDays(31 * monthsLater));

        var found = await _store.Library().FindAsync("fr", "relieur", Cancellation);

        Assert.Equal((1.25m, 0.8m), (found!.ExchangeRate!.UnitsPerEuro, found.ExchangeRate.EuroPerUnit));
        Assert.Equal(doubtful, found.ExchangeRateIsDoubtful);
    }

    [Fact]
    public async Task CatalogueAsync_OfBothKinds_CountsTheWordsOfTheCompleteOnes()
    {
        var complete = Sample.CompleteGuide();
        await _store.ImportAsync(Sample.Set(complete, Sample.BriefGuide("autre")), Cancellation);

        var all = (await _store.Library().CatalogueAsync("fr", Cancellation)).All.ToDictionary(g => g.Slug);

        Assert.Equal(GuideReading.WordsOf(complete.Content), all["relieur"].Words);
        Assert.Equal(0, all["autre"].Words);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(975, 5)]
    [InlineData(976, 10)]
    [InlineData(5_000, 30)]
    public void MinutesFor_Words_RoundsUpToFive(int words, int minutes) => Assert.Equal(minutes, GuideReading.MinutesFor(words));

    [Fact]
    public void WordsOf_Content_LeavesOutCodesAndMarks()
    {
        var content = Sample.BriefGuide().Content with
        {
            Summary = "Un livre : deux mains.",
            Qualities = [new("detail", "Rien ne manque !")],
            Missions = [new("Faire", "Coudre 12 cahiers.")],
        };

        Assert.Equal(4 + 3 + 1 + 3, GuideReading.WordsOf(content));
    }

    [Fact]
    public async Task CatalogueAsync_ContentChanged_IsReadAnew()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        var library = _store.Library();
        await library.CatalogueAsync("fr", Cancellation);
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide(), Sample.BriefGuide("autre")), Cancellation);
        _store.Time.Advance(TimeSpan.FromSeconds(3));

        var catalogue = await library.CatalogueAsync("fr", Cancellation);

        Assert.Equal(2, catalogue.All.Count());
    }

    [Fact]
    public async Task CatalogueAsync_ContentUnchanged_AsksNothing()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        var library = _store.Library();
        await library.CatalogueAsync("fr", Cancellation);
        _store.Commands.Clear();

        await library.CatalogueAsync("fr", Cancellation);

        Assert.Equal(0, _store.Commands.Count);
    }

    [Fact]
    public async Task GuidesNaming_CentreZoneAndPlatform_AreTheCompleteGuides()
    {
        await _store.ImportAsync(Sample.Set(Sample.CompleteGuide(), Sample.BriefGuide("autre")), Cancellation);
        var library = _store.Library();

        Assert.Equal("relieur", Assert.Single(await library.GuidesNamingCentreAsync("fr", Sample.Centre, Cancellation)).Slug);
        Assert.Equal("relieur", Assert.Single(await library.GuidesNamingZoneAsync("fr", Sample.Zone, Cancellation)).Slug);
        Assert.Equal("relieur", Assert.Single(await library.GuidesNamingPlatformAsync("fr", Sample.Platform, Cancellation)).Slug);
        Assert.Empty(await library.GuidesNamingZoneAsync("fr", "ailleurs", Cancellation));
    }

    [Fact]
    public async Task GuidesNaming_ContentUnchanged_AsksNothing()
    {
        await _store.ImportAsync(Sample.Set(Sample.CompleteGuide()), Cancellation);
        var library = _store.Library();
        await library.GuidesNamingCentreAsync("fr", Sample.Centre, Cancellation);
        _store.Commands.Clear();

        await library.GuidesNamingCentreAsync("fr", Sample.Centre, Cancellation);
        await library.GuidesNamingZoneAsync("fr", Sample.Zone, Cancellation);

        Assert.Equal(0, _store.Commands.Count);
    }

    [Fact]
    public async Task GuidesNaming_ContentChanged_IsReadAnew()
    {
        var guide = Sample.CompleteGuide();
        await _store.ImportAsync(Sample.Set(guide), Cancellation);
        var library = _store.Library();
        Assert.Single(await library.GuidesNamingZoneAsync("fr", Sample.Zone, Cancellation));
        var set = Sample.Set(guide with { Content = guide.Content with { JobZones = [guide.Content.JobZones[0] with { Zone = "liege" }] } });

        await _store.ImportAsync(set with { JobZones = [.. set.JobZones, set.JobZones[0] with { Code = "liege" }] }, Cancellation);
        _store.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Empty(await library.GuidesNamingZoneAsync("fr", Sample.Zone, Cancellation));
        Assert.Single(await library.GuidesNamingZoneAsync("fr", "liege", Cancellation));
    }

    [Slow]
    [Fact]
    public async Task Readers_ThreeThousandGuides_AskAsMuchAsForThree()
    {
        var few = await CommandsAsync(_store, 3);
        using var large = new TestStore();

        var many = await CommandsAsync(large, 3000);

        Assert.Equal(few, many);
        Assert.Equal(3000, (await large.Library().CatalogueAsync("fr", Cancellation)).Search(new GuideQuery()).Total);
    }

    [Fact]
    public async Task SearchAsync_ManyGuides_ReadsTheirTextsByTheShelfAndOnce()
    {
        await _store.ImportAsync(Sample.Many(2 * GuideLibrary.Shelf + 1), Cancellation);
        var library = _store.Library();
        await library.CatalogueAsync("fr", Cancellation);
        _store.Commands.Clear();

        var first = await library.SearchAsync("fr", new GuideQuery { Text = "rien" }, Cancellation);
        var asked = _store.Commands.Count;
        await library.SearchAsync("fr", new GuideQuery { Text = "faire" }, Cancellation);

        Assert.Equal(2 * GuideLibrary.Shelf + 1, first.Total);
        Assert.Equal(6, asked);
        Assert.Equal(asked, _store.Commands.Count);
    }

    private static async Task<int> CommandsAsync(TestStore store, int guides)
    {
        await store.ImportAsync(Sample.Many(guides), Cancellation);
        store.Commands.Clear();
        Assert.NotNull(await store.Library().FindAsync("fr", "metier-0002", Cancellation));
        return store.Commands.Count;
    }
}
