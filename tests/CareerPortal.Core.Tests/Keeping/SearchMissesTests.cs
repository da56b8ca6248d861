using CareerPortal.Search;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Keeping;

public sealed class SearchMissesTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SearchMisses Misses => new(_store, _store.Time);

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("  Souffleur  de VERRE ", "souffleur de verre")]
    [InlineData("ana@essai.example", null)]
    [InlineData("0470 12 34 56", null)]
    [InlineData("rue Haute 12", null)]
    [InlineData("https://exemple.be", null)]
    [InlineData("ab", null)]
    [InlineData("", null)]
    public void Normalise_TypedText_KeepsOnlyWords(string typed, string? kept) => Assert.Equal(kept, SearchMissCounter.Normalise(typed));

    [Fact]
    public void Normalise_MoreThanAHundredCharacters_IsNotKept() => Assert.Null(SearchMissCounter.Normalise(new string('a', 101)));

    [Fact]
    public void Note_MoreWordsThanThereIsRoomFor_AreNotHeld()
    {
        var counter = new SearchMissCounter();

        for (var at = 0; at < SearchMissCounter.MostWords + 10; at++)
        {
            counter.Note("fr", $"mot {(char)('a' + (at % 26))}{(char)('a' + (at / 26))}");
        }

        Assert.Equal(SearchMissCounter.MostWords, counter.Take().Count);
        Assert.Empty(counter.Take());
    }

    [Fact]
    public async Task ShownAsync_AskedThreeTimesInAMonth_IsShown_AndLessIsNot()
    {
        await Misses.KeepAsync([new("fr", "souffleur de verre", 2), new("fr", "jean dupont", 2)], Cancellation);
        await Misses.KeepAsync([new("fr", "souffleur de verre", 1), new("nl", "glasblazer", 5)], Cancellation);

        var shown = await Misses.ShownAsync(SearchedIn.Guides, Cancellation);

        Assert.Equal([new MissedWords("nl", "glasblazer", 5), new MissedWords("fr", "souffleur de verre", 3)], shown);
    }

    [Fact]
    public async Task ShownAsync_TwiceInEachOfTwoMonths_IsNotShown()
    {
        await Misses.KeepAsync([new("fr", "jean dupont", 2)], Cancellation);
        _store.Time.Advance(TimeSpan.FromDays(31));
        await Misses.KeepAsync([new("fr", "jean dupont", 2)], Cancellation);

        Assert.Empty(await Misses.ShownAsync(SearchedIn.Guides, Cancellation));
    }

    [Fact]
    public async Task DeleteExpiredAsync_SeldomWordsAfterTheirMonth_AndAllAfterAYear()
    {
        await Misses.KeepAsync([new("fr", "jean dupont", 2), new("fr", "souffleur", 9)], Cancellation);
        _store.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await Misses.DeleteExpiredAsync(Cancellation));
        _store.Time.Advance(TimeSpan.FromDays(360));
        Assert.Equal(1, await Misses.DeleteExpiredAsync(Cancellation));
    }
}
