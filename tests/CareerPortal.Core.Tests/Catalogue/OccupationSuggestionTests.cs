using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Catalogue;

/// <summary>What stands under the search box while somebody types.</summary>
public sealed class OccupationSuggestionTests : IDisposable
{
    private const int Most = 8;

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task SuggestAsync_BeginningOfSeveral_PutsTitlesFirstThenOtherNamesInnerWordsAndRareNames()
    {
        var search = await SearchAsync();

        var found = await search.SuggestAsync("fr", "boul", Most, Cancellation);

        Assert.Equal(
            ["boulanger", "boulanger-pâtissier", "pâtissier", "aide-boulanger", "vendeur en boulangerie", "meunier"],
            found.Select(f => f.Item.Name.Masculine)
        );
        Assert.Equal([null, null, "boulanger de nuit", null, null, "boulanger"], found.Select(f => f.FoundAs));
    }

    [Theory]
    [InlineData("boulanger", "boulanger")]
    [InlineData("BOULANGÈRE", "boulanger")]
    [InlineData("patissier", "pâtissier")]
    [InlineData("boulanger pa", "boulanger-pâtissier")]
    [InlineData("patissiere boulang", "boulanger-pâtissier")]
    [InlineData("entretien age", "agent d'entretien des locaux")]
    [InlineData("Agente d’entret", "agent d'entretien des locaux")]
    [InlineData("  agent   d'  ", "agent d'entretien des locaux")]
    public async Task SuggestAsync_WordsInAnyOrderTheLastUnfinished_BeginsWithTheOccupation(string typed, string expected)
    {
        var search = await SearchAsync();

        var found = await search.SuggestAsync("fr", typed, Most, Cancellation);

        Assert.Equal(expected, found[0].Item.Name.Masculine);
        Assert.Equal(found.Count, found.Select(f => f.Item.Slug).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("!?'-")]
    [InlineData("xylo")]
    [InlineData("boulang patissier")]
    [InlineData("entremetier")]
    [InlineData("\uD83D\uDE42")]
    [InlineData("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    public async Task SuggestAsync_WhatNoNameBegins_SuggestsNothing(string typed)
    {
        var search = await SearchAsync();

        Assert.Empty(await search.SuggestAsync("fr", typed, Most, Cancellation));
    }

    [Fact]
    public async Task SuggestAsync_NameOfAnotherLanguage_IsForItsReadersAndNamesWhatWasFound()
    {
        var search = await SearchAsync();

        var inDutch = Assert.Single(await search.SuggestAsync("nl", "banket", Most, Cancellation));

        Assert.Equal(("pâtissier", "banketbakker", "nl"), (inDutch.Item.Name.Masculine, inDutch.FoundAs, inDutch.FoundAsLanguage));
        Assert.Empty(await search.SuggestAsync("fr", "banket", Most, Cancellation));
        Assert.Empty(await search.SuggestAsync("nl", "suiker", Most, Cancellation));
        Assert.Equal("boulanger", (await search.SuggestAsync("nl", "boulang", Most, Cancellation))[0].Item.Name.Masculine);
    }

    [Fact]
    public async Task SuggestAsync_MoreThanAskedFor_StopsThere()
    {
        var search = await SearchAsync();

        Assert.Equal(2, (await search.SuggestAsync("fr", "boul", 2, Cancellation)).Count);
    }

    [Fact]
    public async Task RankAsync_Words_GivesAllThatTheListShowsInItsOrder()
    {
        var search = await SearchAsync();

        var ranked = await search.RankAsync("fr", "boulanger", Cancellation);

        var shown = await search.SearchAsync("fr", new OccupationQuery { Text = "boulanger" }, Cancellation);
        Assert.InRange(ranked.Count, 2, OccupationList.PageSize);
        Assert.Equal(shown.Shown.Select(s => s.Item.Slug), ranked.Select(r => r.Slug));
    }

    private static ListedOccupation Of(
        string code,
        string masculine,
        string feminine,
        CatalogueName[]? names = null,
        ForeignName[]? foreign = null
    ) =>
        new(
            code,
            new CatalogueFacts
            {
                Masculine = masculine,
                Feminine = feminine,
                Parent = code,
                Domain = "A11",
                Names = names ?? [],
                ForeignNames = foreign ?? [],
            }
        );

    private async Task<OccupationSearch> SearchAsync()
    {
        var edition = new CatalogueEdition
        {
            Name = "essai",
            Sources = [],
            Occupations =
            [
                Of("A1101", "vendeur en boulangerie", "vendeuse en boulangerie"),
                Of("A1102", "aide-boulanger", "aide-boulangère"),
                Of("A1103", "boulanger-pâtissier", "boulangère-pâtissière"),
                Of("A1104", "boulanger", "boulangère"),
                Of("A1107", "meunier", "meunière", [new CatalogueName("2", "boulanger", "boulangère", Rare: true)]),
                Of("A1105", "agent d'entretien des locaux", "agente d'entretien des locaux"),
                Of(
                    "A1106",
                    "pâtissier",
                    "pâtissière",
                    [new CatalogueName("1", "boulanger de nuit", "boulangère de nuit")],
                    [
                        new ForeignName("nl", "banketbakker", "essai", 0.9),
                        new ForeignName("nl", "suikerbakker", "essai", 0.4),
                        new ForeignName("fr", "entremétier", "essai", 0.8),
                    ]
                ),
            ],
            Terms = [new ListedTerm(TermKind.Domain, "A11", new LocalisedText("Terres"))],
        };
        await new CatalogueImport(_store, _store.Time).ApplyAsync(edition, Cancellation);
        return new OccupationSearch(_store, _store.Library(), new CatalogueShelf(_store, new ContentMark(_store, _store.Time)), TestStore.Words);
    }
}
