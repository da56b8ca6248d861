using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Editing.Releases;

public sealed class ReleasePreviewTests : IAsyncLifetime
{
    private readonly Newsroom _room = new();
    private GuideLibrary _library = null!;
    private ReleasePreview _preview = null!;
    private Actor _author = null!;
    private Actor _maker = null!;
    private Actor _second = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _room.Store.ImportAsync(Sample.Set(Sample.CompleteGuide("relieur"), Sample.BriefGuide("doreur")), Cancellation);
        _author = await _room.PersonAsync(AccountRole.Author);
        _maker = await _room.PersonAsync(AccountRole.Reviewer);
        _second = await _room.PersonAsync(AccountRole.Reviewer);
        _library = _room.Store.Library();
        _preview = new ReleasePreview(_room.Store, _library);
    }

    public ValueTask DisposeAsync()
    {
        _preview.Dispose();
        _library.Dispose();
        _room.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task LibraryAsync_AfterTheHour_ShowsWhatIsDueEverywhereAndTodayStays()
    {
        await _room.ApprovedAsync("doreur", "Une dorure toute nouvelle.", _author, _second, _room.Now.AddDays(2));

        var before = await _preview.LibraryAsync(_room.Now.AddDays(1), null, Cancellation);
        var after = await _preview.LibraryAsync(_room.Now.AddDays(3), null, Cancellation);

        Assert.NotEqual("Une dorure toute nouvelle.", await SummaryAsync(before));
        Assert.Equal("Une dorure toute nouvelle.", await SummaryAsync(after));
        Assert.Equal("Une dorure toute nouvelle.", (await after.FindAsync("fr", "doreur", Cancellation))!.Content.Summary);
        Assert.Contains((await after.SearchAsync("fr", new GuideQuery { Text = "dorure" }, Cancellation)).Guides, g => g.Slug == "doreur");
        Assert.NotEqual("Une dorure toute nouvelle.", await SummaryAsync(_library));
    }

    [Fact]
    public async Task LibraryAsync_ReleaseAskedFor_ShowsItsGuidesAndWagesWhateverItsState()
    {
        var guide = await _room.ApprovedAsync("doreur", "Une dorure toute nouvelle.", _author, _second);
        var id = await _room.ReleaseAsync(_maker, _second, guide);

        var shown = await _preview.LibraryAsync(_room.Now, id, Cancellation);

        Assert.Equal("Une dorure toute nouvelle.", await SummaryAsync(shown));
        Assert.Equal(250_000, (await shown.FindAsync("fr", "relieur", Cancellation))!.WageFloor!.MonthlyCents);
        Assert.Equal(211_189, (await _library.FindAsync("fr", "relieur", Cancellation))!.WageFloor!.MonthlyCents);
    }

    [Fact]
    public async Task LibraryAsync_AskedAgain_IsTheSameUntilSomethingChanges()
    {
        var at = _room.Now.AddDays(3);
        var first = await _preview.LibraryAsync(at, null, Cancellation);
        var again = await _preview.LibraryAsync(at, null, Cancellation);
        await _room.ApprovedAsync("doreur", "Autre chose.", _author, _second, _room.Now.AddDays(2));
        var changed = await _preview.LibraryAsync(at, null, Cancellation);

        Assert.Same(first, again);
        Assert.NotSame(first, changed);
    }

    [Fact]
    public async Task ShowHere_OnlyWhatRunsThere_ReadsIt()
    {
        await _room.ApprovedAsync("doreur", "Une dorure toute nouvelle.", _author, _second, _room.Now.AddDays(2));
        var after = await _preview.LibraryAsync(_room.Now.AddDays(3), null, Cancellation);

        var inside = await InsideAsync();

        Assert.Equal("Une dorure toute nouvelle.", inside);
        Assert.NotEqual("Une dorure toute nouvelle.", await SummaryAsync(_library));

        async Task<string> InsideAsync()
        {
            after.ShowHere();
            return await SummaryAsync(_library);
        }
    }

    private static async Task<string> SummaryAsync(GuideLibrary library) =>
        (await library.CatalogueAsync("fr", Cancellation)).Find("doreur")!.Summary;
}
