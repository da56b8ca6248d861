using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Catalogue;

public sealed class CatalogueImportTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CatalogueImport Import => new(_store, _store.Time);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task ApplyAsync_EmptyStore_HoldsWhatIsListed()
    {
        var edition = Edition(
            "rome-1",
            Occupation("A1101", "abatteur de carrière", "abatteuse de carrière"),
            Occupation("B1101", "potier", "potière")
        );

        var report = await Import.ApplyAsync(edition, Cancellation);

        var view = await ViewAsync();
        Assert.Equal(new CatalogueCount(2, 0, 0, 0), report.Occupations);
        Assert.Equal(["abatteur-de-carriere", "potier"], view.Occupations.Select(o => o.Slug));
        Assert.Equal("Terres", view.NameOf(TermKind.Domain, "A11").Fr);
        Assert.Equal("Source : essai", Assert.Single(view.Sources).Attribution);
    }

    [Fact]
    public async Task ApplyAsync_SameEditionAgain_ChangesNothing()
    {
        var edition = Edition("rome-1", Occupation("A1101", "potier", "potière")) with
        {
            Texts = [new("A1101", CatalogueTextKind.Definition, "Tourne.")],
        };
        await Import.ApplyAsync(edition, Cancellation);
        await using var before = _store.CreateDbContext();
        var mark = (await before.ContentStamps.SingleAsync(s => s.Realm == ContentRealm.Catalogue, Cancellation)).Version;

        var again = await Import.ApplyAsync(edition, Cancellation);

        await using var after = _store.CreateDbContext();
        Assert.True(again.ChangesNothing);
        Assert.Empty(again.Changes);
        Assert.Equal(mark, (await after.ContentStamps.SingleAsync(s => s.Realm == ContentRealm.Catalogue, Cancellation)).Version);
    }

    [Fact]
    public async Task RehearseAsync_NewEdition_TellsAndStoresNothing()
    {
        var report = await Import.RehearseAsync(Edition("rome-1", Occupation("A1101", "potier", "potière")), Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.Equal(1, report.Occupations.Added);
        Assert.Equal(0, await context.CatalogueOccupations.CountAsync(Cancellation));
    }

    [Fact]
    public async Task ApplyAsync_TitleChanged_KeepsTheAddressAndNamesTheFact()
    {
        await Import.ApplyAsync(Edition("rome-1", Occupation("A1101", "potier", "potière")), Cancellation);

        var report = await Import.ApplyAsync(Edition("rome-2", Occupation("A1101", "céramiste", "céramiste")), Cancellation);

        var change = Assert.Single(report.Changes);
        Assert.Equal(CatalogueChangeKind.Revised, change.Kind);
        Assert.Equal(["feminine", "masculine"], change.Facts);
        Assert.Equal("potier", Assert.Single((await ViewAsync()).Occupations).Slug);
    }

    [Fact]
    public async Task ApplyAsync_CodeGoneWithoutAWord_LeadsWhereItsNamesWent()
    {
        var potter = Occupation("B1101", "potier", "potière", new CatalogueName("71", "tourneur sur argile", "tourneuse sur argile"));
        var heir = Occupation("B1102", "céramiste", "céramiste", new CatalogueName("71", "tourneur sur argile", "tourneuse sur argile"));
        await Import.ApplyAsync(Edition("rome-1", Occupation("A1101", "abatteur", "abatteuse"), potter), Cancellation);

        var report = await Import.ApplyAsync(Edition("rome-2", Occupation("A1101", "abatteur", "abatteuse"), heir), Cancellation);

        var view = await ViewAsync();
        Assert.Contains(report.Changes, c => c is { Code: "B1101", Kind: CatalogueChangeKind.Gone, ReplacedBy: "B1102" });
        Assert.Equal("B1102", view.LeadOn("potier")?.Code);
        Assert.Equal("B1102", view.HeirOf("B1101")?.Code);
        Assert.Null(view.FindBySlug("potier"));
    }

    [Fact]
    public async Task ApplyAsync_TwoEditionsOfReplacements_LeadThroughBoth()
    {
        await Import.ApplyAsync(Edition("rome-1", Occupation("A1", "un", "une")), Cancellation);
        await Import.ApplyAsync(Edition("rome-2", Occupation("A2", "deux", "deux")) with { Replacements = [new("A1", "A2")] }, Cancellation);

        await Import.ApplyAsync(Edition("rome-3", Occupation("A3", "trois", "trois")) with { Replacements = [new("A2", "A3")] }, Cancellation);

        var view = await ViewAsync();
        Assert.Equal("A3", view.LeadOn("un")?.Code);
        Assert.Equal("A3", view.LeadOn("deux")?.Code);
    }

    [Fact]
    public async Task ApplyAsync_CodeGoneWithoutHeir_IsKnownToBeGone()
    {
        await Import.ApplyAsync(Edition("rome-1", Occupation("A1", "un", "une"), Occupation("A2", "deux", "deux")), Cancellation);

        await Import.ApplyAsync(Edition("rome-2", Occupation("A2", "deux", "deux")), Cancellation);

        var view = await ViewAsync();
        Assert.Null(view.LeadOn("un"));
        Assert.True(view.IsGone("un"));
        Assert.False(view.IsGone("deux"));
    }

    [Fact]
    public async Task ApplyAsync_CodeThatComesBack_IsListedAtItsAddress()
    {
        var both = Edition("rome-1", Occupation("A1", "un", "une"), Occupation("A2", "deux", "deux"));
        await Import.ApplyAsync(both, Cancellation);
        await Import.ApplyAsync(Edition("rome-2", Occupation("A2", "deux", "deux")), Cancellation);

        var report = await Import.ApplyAsync(both with { Name = "rome-3" }, Cancellation);

        var view = await ViewAsync();
        Assert.Contains(report.Changes, c => c is { Code: "A1", Kind: CatalogueChangeKind.Returned });
        Assert.Equal("A1", view.FindBySlug("un")?.Code);
        Assert.False(view.IsGone("un"));
    }

    [Fact]
    public async Task ApplyAsync_TitlesAlike_GiveTheSecondItsCode()
    {
        await Import.ApplyAsync(
            Edition("rome-1", Occupation("A1", "Potier d'art", "potière"), Occupation("A2", "potier d’art", "potière")),
            Cancellation
        );

        Assert.Equal(["potier-d-art", "potier-d-art-a2"], (await ViewAsync()).Occupations.Select(o => o.Slug));
    }

    [Fact]
    public async Task ApplyAsync_TextOfFrance_IsHeldBackWithItsWords()
    {
        var edition = Edition("rome-1", Occupation("A1", "un", "une"), Occupation("A2", "deux", "deux")) with
        {
            Texts =
            [
                new("A1", CatalogueTextKind.Access, "Accessible avec un CAP ou un Bac pro."),
                new("A2", CatalogueTextKind.Definition, "Prépare la terre et la tourne."),
            ],
        };

        var report = await Import.ApplyAsync(edition, Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.Equal(1, report.HeldBack);
        Assert.Equal(
            ["CAP, Bac pro, Bac", null],
            await context.CatalogueTexts.OrderBy(t => t.OccupationCode).Select(t => t.HeldBackFor).ToListAsync(Cancellation)
        );
    }

    [Fact]
    public async Task ApplyAsync_PackOverAnOperatorsTexts_LeavesThemAlone()
    {
        var edition = Edition("rome-1", Occupation("A1", "un", "une"));
        await Import.ApplyAsync(edition with { Texts = [new("A1", CatalogueTextKind.Definition, "Compte.")] }, Cancellation);

        await Import.ApplyAsync(edition with { Texts = null }, Cancellation);

        await using var context = _store.CreateDbContext();
        Assert.Equal(1, await context.CatalogueTexts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task FillEmptyStoreAsync_TwoNodesAtOnce_HoldTheCatalogueOnce()
    {
        var reports = await Task.WhenAll(
            Import.FillEmptyStoreAsync(Cancellation),
            new CatalogueImport(_store, _store.Time).FillEmptyStoreAsync(Cancellation)
        );

        await using var context = _store.CreateDbContext();
        Assert.Single(reports, r => r is not null);
        Assert.Equal(CataloguePack.ReadShipped().Occupations.Count, await context.CatalogueOccupations.CountAsync(Cancellation));
    }

    [Fact]
    public async Task ApplyAsync_CutShort_LeavesTheStoreAsItWas()
    {
        await Import.ApplyAsync(Edition("rome-1", Occupation("A1", "un", "une")), Cancellation);
        using var cut = new CancellationTokenSource();
        var edition = CataloguePack.ReadShipped();
        var running = Import.ApplyAsync(edition with { Sources = new CancellingList(edition.Sources, cut) }, cut.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal("A1", Assert.Single((await ViewAsync()).Occupations).Code);
    }

    private Task<CatalogueView> ViewAsync() => new CatalogueShelf(_store, new ContentMark(_store, _store.Time)).CurrentAsync(Cancellation);

    private static CatalogueEdition Edition(string name, params ListedOccupation[] occupations) =>
        new()
        {
            Name = name,
            Occupations = occupations,
            Terms = [new ListedTerm(TermKind.Domain, "A11", new LocalisedText("Terres"))],
            Sources = [new ListedSource("essai", "Essai", "1", "Domaine public", "Source : essai", null, occupations.Length)],
        };

    private static ListedOccupation Occupation(string code, string masculine, string feminine, params CatalogueName[] names) =>
        new(
            code,
            new CatalogueFacts
            {
                Masculine = masculine,
                Feminine = feminine,
                Parent = code,
                Domain = "A11",
                Names = names,
            }
        );

    /// <summary>Sources whose reading, the last step of an import, cuts it short.</summary>
    private sealed class CancellingList(IReadOnlyList<ListedSource> sources, CancellationTokenSource cut) : IReadOnlyList<ListedSource>
    {
        public int Count => sources.Count;

        public ListedSource this[int index] => sources[index];

        public IEnumerator<ListedSource> GetEnumerator()
        {
            cut.Cancel();
            return sources.GetEnumerator();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
