using CareerPortal.Guides;
using CareerPortal.Import;
using CareerPortal.TestData;

namespace CareerPortal.Core.Tests.Import;

public sealed class FirstContentTests : IDisposable
{
    private static readonly ExchangeSet Content = ExchangeFolder.FirstContent.Read();

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Check_FirstContent_FindsNothing()
    {
        Assert.Equal(3, Content.Guides.Values.Count(g => g.Kind == GuideKind.Complete));
        Assert.InRange(Content.Guides.Values.Count(g => g.Kind == GuideKind.Brief), 10, int.MaxValue);
        Assert.Empty(ExchangeChecks.Check(Content, TestStore.Qualities));
    }

    [Fact]
    public void FirstContent_Guides_LieInFilesOfTheirName() => Assert.All(Content.Guides, g => Assert.Equal(ExchangeFolder.NameOf(g.Value), g.Key));

    [Fact]
    public async Task FillEmptyStoreAsync_Twice_FillsOnce()
    {
        var first = await _store.Import().FillEmptyStoreAsync(Cancellation);
        var second = await _store.Import().FillEmptyStoreAsync(Cancellation);

        Assert.Equal(new ImportReport(Content.Guides.Count, 0, 0), first);
        Assert.Null(second);
    }

    [Fact]
    public async Task ApplyAsync_FirstContentAgain_LeavesEverything()
    {
        await _store.ImportFirstContentAsync(Cancellation);

        var report = await _store.ImportAsync(Content, Cancellation);

        Assert.Equal(new ImportReport(0, 0, Content.Guides.Count), report);
    }

    [Fact]
    public async Task FindAsync_EveryGuide_HasNoDeadLink()
    {
        await _store.ImportFirstContentAsync(Cancellation);
        var library = _store.Library();

        foreach (var file in Content.Guides.Values)
        {
            var guide = await library.FindAsync(file.Language, file.Slug, Cancellation);

            Assert.NotNull(guide);
            Assert.All(guide.Content.Similar.Concat(guide.Content.Evolutions), o => Assert.Contains(o.Occupation, guide.Neighbours));
            Assert.All(guide.Content.Programmes, p => Assert.Contains(p.Centre, guide.Centres));
            Assert.All(guide.Content.JobZones, z => Assert.Contains(z.Zone, guide.Zones));
            Assert.All(guide.Content.MicroTasks?.Platforms ?? [], p => Assert.Contains(p.Platform, guide.Platforms));
            Assert.All(GuideLibrary.CitedBy(guide.Content), code => Assert.InRange(guide.NumberOf(code), 1, guide.Sources.Count));
        }
    }
}
