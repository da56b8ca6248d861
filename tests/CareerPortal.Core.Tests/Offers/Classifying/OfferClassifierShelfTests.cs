using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Classifying;
using CareerPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Core.Tests.Offers.Classifying;

public sealed class OfferClassifierShelfTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task CurrentAsync_CounsellorCorrected_LearnsItOnTheNextDay()
    {
        await FillAsync();
        var shelf = Shelf();
        var before = await shelf.CurrentAsync(Cancellation);
        await CorrectAsync("Cuisinier de nuages (H/F)", "D1101");

        var sameDay = await shelf.CurrentAsync(Cancellation);
        _store.Time.Advance(TimeSpan.FromDays(1));
        var nextDay = await shelf.CurrentAsync(Cancellation);

        Assert.Same(before, sameDay);
        Assert.Equal("G1602", before.Classify("CUISINIER DE NUAGES", null).Family);
        Assert.Equal("D1101", nextDay.Classify("CUISINIER DE NUAGES", null).Family);
        Assert.Equal("G1602", nextDay.Classify("Cuisinier", null).Family);
    }

    [Fact]
    public async Task CurrentAsync_OffersWithACode_AreLearnedFrom()
    {
        await FillAsync();
        await AddAsync("Cuisinier de nuages", "D110101-1", OfferOccupationOrigin.CodeAndTitle);
        await AddAsync("Boucher d'orages", "G1602", OfferOccupationOrigin.CodeAndTitle);
        await AddAsync("Boucher", "G1602", OfferOccupationOrigin.Title);
        await AddAsync("Boucher de vent", null, OfferOccupationOrigin.CodeAndTitle);

        var classifier = await Shelf().CurrentAsync(Cancellation);

        Assert.Equal("D1101", classifier.Classify("Cuisinier de nuages (H/F/X)", null).Family);
        Assert.Equal("G1602", classifier.Classify("BOUCHER D'ORAGES", null).Family);
        Assert.Equal("D1101", classifier.Classify("Boucher", null).Family);
    }

    [Fact]
    public async Task CurrentAsync_AnotherEdition_IsLearnedAnew()
    {
        await FillAsync();
        var shelf = Shelf();
        var before = await shelf.CurrentAsync(Cancellation);

        await FillAsync("2", Listed("K1304", "aide-ménager", "aide-ménagère"));
        _store.Time.Advance(TimeSpan.FromMinutes(1));
        var after = await shelf.CurrentAsync(Cancellation);

        Assert.NotEqual("K1304", before.Classify("Aide-ménager", null).Family);
        Assert.Equal("K1304", after.Classify("Aide-ménager", null).Family);
    }

    [Fact]
    public async Task AddOfferClassifying_WithCatalogue_GivesTheShelf()
    {
        await FillAsync();
        await using var services = new ServiceCollection()
            .AddSingleton<Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDbContext>>(_store)
            .AddSingleton<TimeProvider>(_store.Time)
            .AddCatalogue()
            .AddOfferClassifying()
            .BuildServiceProvider();

        var classifier = await services.GetRequiredService<OfferClassifierShelf>().CurrentAsync(Cancellation);

        Assert.Equal("D1101", classifier.Classify("Boucher – Liège", null).Family);
    }

    private static ListedOccupation Listed(string code, string masculine, string feminine) =>
        new(
            code,
            new CatalogueFacts
            {
                Masculine = masculine,
                Feminine = feminine,
                Parent = code,
                Domain = code[..3],
            }
        );

    private OfferClassifierShelf Shelf()
    {
        var mark = new ContentMark(_store, _store.Time);
        return new OfferClassifierShelf(_store, new CatalogueShelf(_store, mark), mark, _store.Time);
    }

    private async Task FillAsync(string edition = "1", params ListedOccupation[] more) =>
        await new CatalogueImport(_store, _store.Time).ApplyAsync(
            new CatalogueEdition
            {
                Name = edition,
                Sources = [new ListedSource("x", "x", "x", "x", "x", null, 1)],
                Occupations = [Listed("G1602", "cuisinier", "cuisinière"), Listed("D1101", "boucher", "bouchère"), .. more],
                Terms = [.. new[] { "G16", "D11", "K13" }.Select(d => new ListedTerm(TermKind.Domain, d, new LocalisedText(d)))],
                Municipalities = [new ListedMunicipality("62063", "Liège", "Luik", "Liège", "Wallonie", "4000", [])],
            },
            Cancellation
        );

    private async Task CorrectAsync(string title, string code)
    {
        await using var context = _store.CreateDbContext();
        context.OfferCorrections.Add(
            new OfferCorrection
            {
                Title = title,
                OccupationCode = code,
                ById = Guid.NewGuid(),
                AtUtc = _store.Time.GetUtcNow().UtcDateTime,
            }
        );
        await context.SaveChangesAsync(Cancellation);
    }

    private async Task AddAsync(string title, string? code, OfferOccupationOrigin origin)
    {
        await using var context = _store.CreateDbContext();
        if (!context.OfferSources.Any())
        {
            context.OfferSources.Add(
                new OfferSource
                {
                    Key = "x",
                    Kind = OfferSourceKind.File,
                    Name = "x",
                    Licence = "x",
                    Attribution = "x",
                }
            );
        }

        var now = _store.Time.GetUtcNow().UtcDateTime;
        var day = DateOnly.FromDateTime(now);
        context.JobOffers.Add(
            new JobOffer
            {
                Source = "x",
                ExternalId = title,
                Facts = new OfferFacts
                {
                    Title = title,
                    JobCode = code,
                    Published = day,
                },
                Hash = "x",
                FirstSeenUtc = now,
                LastSeenUtc = now,
                Published = day,
                OccupationOrigin = origin,
            }
        );
        await context.SaveChangesAsync(Cancellation);
    }
}
