using CareerPortal.Catalogue;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Catalogue;

public sealed class ShortageImportTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ShortageImport Import => new(_store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task ApplyAsync_Labels_LeadToTheOccupationsTheyName()
    {
        await FillAsync();

        var report = Assert.Single(
            await Import.ApplyAsync([Line("Boulanger / Boulangère"), Line("Tourneuse sur argile"), Line("Pilote de drone")], Cancellation)
        );

        Assert.Equal(["A1", "A2", null], report.Lines.Select(l => l.Code));
        Assert.Equal([1, 0.95, 0], report.Lines.Select(l => l.Confidence));
        await using var context = _store.CreateDbContext();
        Assert.Equal(3, await context.ShortageListings.CountAsync(s => s.Kind == ShortageKind.Critical && s.Year == 2026, Cancellation));
    }

    [Fact]
    public async Task ApplyAsync_DutchList_IsMatchedByDutchNames()
    {
        await FillAsync();

        var report = Assert.Single(await Import.ApplyAsync([Line("Bakker", "flandre"), Line("Boulanger", "flandre")], Cancellation));

        Assert.Equal(["A1", null], report.Lines.Select(l => l.Code));
    }

    [Fact]
    public async Task ApplyAsync_NextList_ReplacesItsRegionAlone()
    {
        await FillAsync();
        await Import.ApplyAsync([Line("Boulanger"), Line("Potier"), Line("Bakker", "flandre")], Cancellation);

        var report = Assert.Single(await Import.ApplyAsync([Line("Potier"), Line("Fleuriste")], Cancellation));

        await using var context = _store.CreateDbContext();
        var held = await context.ShortageListings.OrderBy(s => s.Label).Select(s => s.Label).ToListAsync(Cancellation);
        Assert.Equal(new CatalogueCount(1, 0, 1, 1), report.Count);
        Assert.Equal(["Bakker", "Fleuriste", "Potier"], held);
    }

    [Fact]
    public async Task ApplyAsync_SameList_ChangesNothing()
    {
        await FillAsync();
        await Import.ApplyAsync([Line("Boulanger")], Cancellation);

        Assert.True(Assert.Single(await Import.ApplyAsync([Line("Boulanger")], Cancellation)).ChangesNothing);
    }

    [Fact]
    public async Task RehearseAsync_List_IsToldAndNotStored()
    {
        await FillAsync();

        var report = Assert.Single(await Import.RehearseAsync([Line("Boulanger")], Cancellation));

        await using var context = _store.CreateDbContext();
        Assert.Equal(1, report.Count.Added);
        Assert.False(await context.ShortageListings.AnyAsync(Cancellation));
    }

    private static ListedShortage Line(string label, string region = "bruxelles") =>
        new(region, ShortageKind.Critical, label, "Groupe", "Une liste", new DateOnly(2026, 3, 31));

    private Task<CatalogueReport> FillAsync() =>
        new CatalogueImport(_store, _store.Time).ApplyAsync(
            new CatalogueEdition
            {
                Name = "rome-1",
                Occupations =
                [
                    new("A1", Facts("boulanger", "boulangère") with { ForeignNames = [new("nl", "bakker", "esco", 0.9)] }),
                    new("A2", Facts("potier", "potière") with { Names = [new("7", "tourneur sur argile", "tourneuse sur argile")] }),
                ],
                Terms = [],
                Sources = [],
            },
            Cancellation
        );

    private static CatalogueFacts Facts(string masculine, string feminine) =>
        new()
        {
            Masculine = masculine,
            Feminine = feminine,
            Parent = "A1",
            Domain = "A",
        };
}
