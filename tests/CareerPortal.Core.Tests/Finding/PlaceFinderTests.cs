using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Finding;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Finding;

/// <summary>Centres and services of the first content by what people type, among the municipalities that the site ships with.</summary>
public sealed class PlaceFinderTests(PlaceFinderTests.Content content) : IClassFixture<PlaceFinderTests.Content>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bruxelles formation", "bruxelles-formation")]
    [InlineData("BRUXELLES   Formation", "bruxelles-formation")]
    [InlineData("forem", "forem")]
    [InlineData("le forem", "forem")]
    [InlineData("forem namur", "forem")]
    [InlineData("namur forem", "forem")]
    [InlineData("forem à Charleroi", "forem")]
    [InlineData("forem 5000", "forem")]
    [InlineData("5590", "technobel")]
    [InlineData("ciney", "technobel")]
    [InlineData("cite des metiers namur", "cites-des-metiers-wallonie")]
    [InlineData("siep libramont", "siep-wallonie")]
    [InlineData("seraing", "hepl")]
    [InlineData("4102", "technifutur")]
    [InlineData("woluwe", "ephec")]
    [InlineData("Eupen", "adg")]
    [InlineData("sankt vith", "adg")]
    [InlineData("carrefour des métiers tournai", "carrefours-des-metiers")]
    public async Task FindAsync_ByNameTownOrPostcode_BeginsWithIt(string typed, string expected)
    {
        var found = await content.Places.FindAsync(typed, Cancellation);

        Assert.Equal(expected, found[0].Code);
        Assert.True(found[0].IsNamed);
    }

    [Theory]
    [InlineData("Luik", "Liège")]
    [InlineData("Lüttich", "Liège")]
    [InlineData("bergen", "Mons")]
    public async Task FindAsync_TownInAnotherLanguage_FindsWhatIsThere(string typed, string town)
    {
        var found = await content.Places.FindAsync(typed, Cancellation);

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.Contains(town, f.Towns));
    }

    [Fact]
    public async Task FindAsync_Brussels_FindsWhatIsInAnyOfItsMunicipalities()
    {
        var found = await content.Places.FindAsync("bruxelles", Cancellation);

        string[] inBrussels = ["actiris", "becode", "bruxelles-formation", "digitalcity", "ephec", "he2b", "siep-bruxelles"];
        Assert.Subset(found.Select(f => f.Code).ToHashSet(), inBrussels.ToHashSet());
        Assert.DoesNotContain(found, f => f.Code is "technobel" or "forem" or "siep-wallonie");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("  ?! ")]
    [InlineData("le la du")]
    [InlineData("boulanger")]
    [InlineData("boulanger namur")]
    [InlineData("forem boulanger")]
    [InlineData("technobel namur")]
    [InlineData("9999")]
    [InlineData("xylophone")]
    public async Task FindAsync_WhatNamesNoPlace_FindsNone(string? typed)
    {
        Assert.Empty(await content.Places.FindAsync(typed, Cancellation));
    }

    [Fact]
    public async Task FindAsync_AWordOfANameAlone_FindsItWithoutBeingNamed()
    {
        var found = await content.Places.FindAsync("formation", Cancellation);

        Assert.Contains(found, f => f is { Code: "bruxelles-formation", IsNamed: false });
    }

    [Theory]
    [InlineData("techn", "technobel")]
    [InlineData("forem nam", "forem")]
    [InlineData("bruxelles form", "bruxelles-formation")]
    [InlineData("559", "technobel")]
    public async Task SuggestAsync_UnfinishedWord_IsTakenForWhatItBegins(string typed, string expected)
    {
        Assert.Contains(await content.Places.SuggestAsync(typed, Cancellation), f => f.Code == expected);
        Assert.DoesNotContain(await content.Places.FindAsync(typed, Cancellation), f => f.Code == expected);
    }

    [Fact]
    public async Task FindAsync_MergedMunicipality_IsFoundByItsOldName()
    {
        using var store = new TestStore();
        var set = Sample.Set(Sample.BriefGuide());
        await store.ImportAsync(set with { GuidanceServices = [set.GuidanceServices[0] with { Offices = [new("Bastogne")] }] }, Cancellation);
        await new CatalogueImport(store, store.Time).ApplyAsync(
            new CatalogueEdition
            {
                Name = "essai",
                Sources = [],
                Occupations = [],
                Terms = [],
                Municipalities = [new ListedMunicipality("82039", "Bastogne", "Bastenaken", "Luxembourg", "Région wallonne", "6600", ["Bertogne"])],
                Localities = [new ListedLocality("6600", "Bastogne", 5.7, 50, "82039"), new ListedLocality("6687", "Longchamps", 5.6, 50.1, "82039")],
            },
            Cancellation
        );
        var places = PlacesOf(store);

        foreach (var typed in new[] { "bertogne", "Bastenaken", "6687", "longchamps", "bastogne" })
        {
            Assert.Equal(Sample.Guidance, Assert.Single(await places.FindAsync(typed, Cancellation)).Code);
        }
    }

    private static PlaceFinder PlacesOf(TestStore store)
    {
        var mark = new ContentMark(store, store.Time);
        return new PlaceFinder(store, new GuidanceDirectory(store, mark), mark);
    }

    /// <summary>The first content and the shipped catalogue in a store.</summary>
    public sealed class Content : IAsyncLifetime
    {
        private readonly TestStore _store = new();

        public PlaceFinder Places { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await _store.ImportFirstContentAsync();
            await new CatalogueImport(_store, _store.Time).FillEmptyStoreAsync(CancellationToken.None);
            Places = PlacesOf(_store);
        }

        public ValueTask DisposeAsync()
        {
            _store.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
