using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Directories;

public sealed class PlaceDirectoryTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Lookups_KnownAndUnknownCode_FindTheOneOrNothing()
    {
        await _store.ImportAsync(Sample.Set(Sample.CompleteGuide()), Cancellation);
        var directory = new PlaceDirectory(_store, new ContentMark(_store, _store.Time));

        Assert.Equal(Province.Namur, (await directory.CentreAsync(Sample.Centre, Cancellation))!.Province);
        Assert.Equal("Namen", (await directory.ZoneAsync(Sample.Zone, Cancellation))!.Name.In("nl"));
        Assert.Equal(Sample.Source, (await directory.PlatformAsync(Sample.Platform, Cancellation))!.Source);
        Assert.Equal("Éditeur", (await directory.SourceAsync(Sample.Source, Cancellation))!.Publisher);
        Assert.Null(await directory.CentreAsync("inconnu", Cancellation));
        Assert.Null(await directory.ZoneAsync("inconnu", Cancellation));
        Assert.Null(await directory.PlatformAsync("inconnu", Cancellation));
        Assert.Null(await directory.SourceAsync("inconnu", Cancellation));
    }

    [Fact]
    public async Task CentresAsync_MoreThanAPage_ShowEachOnce()
    {
        var set = Sample.Set(Sample.BriefGuide());
        var many = Enumerable.Range(1, PlaceDirectory.PageSize + 7).Select(n => set.TrainingCentres[0] with { Code = $"centre-{n}" });
        await _store.ImportAsync(set with { TrainingCentres = [.. many] }, Cancellation);
        var directory = new PlaceDirectory(_store, new ContentMark(_store, _store.Time));

        var first = await directory.CentresAsync(1, Cancellation);
        var second = await directory.CentresAsync(2, Cancellation);
        var beyond = await directory.CentresAsync(99, Cancellation);

        Assert.Equal((PlaceDirectory.PageSize + 7, 2), (first.Total, first.Pages));
        Assert.Equal(PlaceDirectory.PageSize + 7, first.Items.Concat(second.Items).DistinctBy(c => c.Code).Count());
        Assert.Equal(second.Items.Select(c => c.Code), beyond.Items.Select(c => c.Code));
        Assert.Single((await directory.PlatformsAsync(1, Cancellation)).Items);
        Assert.Single((await directory.ZonesAsync(1, Cancellation)).Items);
    }
}
