using CareerPortal.Directories;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Keeping;

public sealed class LinkRegisterTests : IDisposable
{
    private const string Address = "https://source.example/enquete";
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LinkRegister Register => new(_store, _store.Time);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task ClaimAsync_TwoNodes_NeverTakeTheSameAddress()
    {
        await FollowAsync();

        var claimed = new List<Uri>();
        while (await (claimed.Count % 2 == 0 ? Register : new LinkRegister(_store, _store.Time)).ClaimAsync(Cancellation) is { } link)
        {
            claimed.Add(link.Address);
        }

        Assert.Equal(4, claimed.Count);
        Assert.Distinct(claimed);
    }

    [Fact]
    public async Task ClaimAsync_SameHost_RestsBetween()
    {
        var set = Sample.Set();
        await _store.ImportAsync(
            set with
            {
                Sources = [set.Sources[0], set.Sources[0] with { Code = "autre", Url = "https://source.example/autre" }],
            },
            Cancellation
        );
        await Register.FollowContentAsync(Cancellation);
        var hosts = new List<string>();

        while (await Register.ClaimAsync(Cancellation) is { } link)
        {
            hosts.Add(link.Address.Host);
        }

        Assert.Single(hosts, "source.example");
        _store.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("source.example", (await Register.ClaimAsync(Cancellation))?.Address.Host);
    }

    [Fact]
    public async Task BrokenAsync_TwoFailuresOverADay_NotOne()
    {
        await FollowAsync();
        await FailAsync();
        Assert.Empty(await Register.BrokenAsync(Cancellation));
        _store.Time.Advance(TimeSpan.FromHours(26));

        await FailAsync();

        var broken = Assert.Single(await Register.BrokenAsync(Cancellation));
        Assert.Equal((DirectoryKind.Source, Sample.Source, 404), (broken.Place.Kind, broken.Place.Code, broken.Status));
        Assert.Equal(TestStore.Start.UtcDateTime, broken.SinceUtc);
    }

    [Fact]
    public async Task BrokenAsync_AnswersAgain_IsNoMore()
    {
        await FollowAsync();
        await FailAsync();
        _store.Time.Advance(TimeSpan.FromHours(26));
        await FailAsync();
        _store.Time.Advance(TimeSpan.FromDays(4));

        await AnswerAsync(200);

        Assert.Empty(await Register.BrokenAsync(Cancellation));
    }

    [Fact]
    public async Task ClaimAsync_FailedOnce_WaitsADay()
    {
        await FollowAsync();
        await FailAsync();
        _store.Time.Advance(TimeSpan.FromHours(12));

        Assert.Null(await Register.ClaimAsync(Cancellation));
    }

    [Fact]
    public async Task FollowContentAsync_AddressThatNothingNamesAnyMore_Goes()
    {
        await FollowAsync();
        await FailAsync();
        _store.Time.Advance(TimeSpan.FromHours(26));
        await FailAsync();
        var set = Sample.Set();

        await _store.ImportAsync(set with { Sources = [set.Sources[0] with { Url = null }] }, Cancellation);
        await Register.FollowContentAsync(Cancellation);

        Assert.Empty(await Register.BrokenAsync(Cancellation));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(301, true)]
    [InlineData(403, true)]
    [InlineData(429, true)]
    [InlineData(404, false)]
    [InlineData(410, false)]
    [InlineData(500, false)]
    [InlineData(null, false)]
    public void Note_Status_TellsWhetherSomebodyIsThere(int? status, bool answers)
    {
        var check = new LinkCheck { Address = Address, AddressHash = [] };

        check.Note(status, TestStore.Start.UtcDateTime);

        Assert.Equal(answers, check.Failures == 0);
        Assert.Equal(answers, check.FailsSinceUtc is null);
    }

    private async Task FollowAsync()
    {
        await _store.ImportAsync(Sample.Set(), Cancellation);
        await Register.FollowContentAsync(Cancellation);
    }

    private Task FailAsync() => AnswerAsync(404);

    /// <summary>Asks everything that is due: the source answers as said, all else is there.</summary>
    private async Task AnswerAsync(int status)
    {
        while (await Register.ClaimAsync(Cancellation) is { } link)
        {
            await Register.NoteAsync(link, link.Address.ToString() == Address ? status : 200, Cancellation);
        }
    }
}
