using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Sources;
using CareerPortal.Testing.Offers;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Sources;

public sealed class OfferSyncTests
{
    private const int Count = 1200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_FirstTime_HoldsWhatTheSourceHolds()
    {
        await using var board = await SyncedBoard.StartAsync(Count);

        var run = await board.ReadAsync();

        var (one, other) = (await board.FindAsync(7), await board.FindAsync(11));
        Assert.Equal((OfferRunOutcome.Done, Count, Count, 0, null), (run.Outcome, run.Read, run.Added, run.Rejected, run.Note));
        Assert.Equal(Count, await board.CountAsync(OfferState.Open));
        Assert.Equal(Count, await board.LastNumberAsync());
        Assert.Equal("https://www.leforem.be/recherche-offres/offre-detail/1600007", one.Facts.Url);
        Assert.Equal(("Vielsalm", "Luxembourg", "BE3", "82032"), PlaceOf(one));
        Assert.Null(other.Facts.Employer);
        Assert.Equal(1, board.Server.MostAtOnce);
    }

    [Fact]
    public async Task RunAsync_LabelThatNoTableKnows_IsKeptAndCounted()
    {
        await using var board = await SyncedBoard.StartAsync(Count);

        await board.ReadAsync();

        await using var context = board.Store.CreateDbContext();
        var label = await context.OfferLabels.SingleAsync(l => l.Field == "typecontrat", Cancellation);
        Assert.Equal(("Contrat inconnu de toute table", Enumerable.Range(1, Count).Count(n => n % 14 == 13)), (label.Label, label.Count));
        Assert.Equal("Contrat inconnu de toute table", (await board.FindAsync(13)).Facts.ContractLabel);
    }

    [Fact]
    public async Task RunAsync_SecondTime_WritesNoRow()
    {
        await using var board = await SyncedBoard.StartAsync(Count);
        await board.ReadAsync();
        var (held, last) = (await board.HeldAsync(), await board.LastNumberAsync());
        await ForgetMarksAsync(board);
        board.Store.Commands.Clear();

        var run = await board.ReadAsync();

        Assert.Equal((OfferRunOutcome.Done, Count, 0, 0, Count, 0), (run.Outcome, run.Read, run.Added, run.Revised, run.Unchanged, run.Closed));
        Assert.Equal(held, await board.HeldAsync());
        Assert.Equal(last, await board.LastNumberAsync());
        Assert.DoesNotContain(board.Store.Commands.Texts, c => Writes(c, "JobOffers") || Writes(c, "OfferCounters") || Writes(c, "ContentStamps"));
    }

    [Fact]
    public async Task RunAsync_DayLater_MarksWhatWasSeenAndCountsNoChange()
    {
        await using var board = await SyncedBoard.StartAsync(40);
        await board.ReadAsync();
        var last = await board.LastNumberAsync();
        await ForgetMarksAsync(board);
        board.Store.Time.Advance(TimeSpan.FromHours(25));

        await board.ReadAsync();

        Assert.Equal(board.Store.Time.GetUtcNow().UtcDateTime, (await board.FindAsync(7)).LastSeenUtc);
        Assert.Equal(last, await board.LastNumberAsync());
    }

    [Fact]
    public async Task RunAsync_SourceUnchanged_IsNotReadAgain()
    {
        await using var board = await SyncedBoard.StartAsync(40);
        await board.ReadAsync();

        var run = await board.ReadAsync();

        Assert.Equal((OfferRunOutcome.NotModified, 0), (run.Outcome, run.Read));
    }

    [Fact]
    public async Task RunAsync_OffersWithdrawn_ClosesThemAndReopensWhatComesBack()
    {
        await using var board = await SyncedBoard.StartAsync(100);
        await board.ReadAsync();
        board.Server.Numbers = [.. Enumerable.Range(1, 90)];

        var withdrawn = await board.ReadAsync();
        var closed = await board.FindAsync(95);
        board.Server.Numbers = [.. Enumerable.Range(1, 96)];
        var back = await board.ReadAsync();

        var open = await board.FindAsync(95);
        Assert.Equal(10, withdrawn.Closed);
        Assert.Equal((OfferState.Closed, OfferClosing.Withdrawn), (closed.State, closed.Closing));
        Assert.Equal((6, 0), (back.Revised, back.Closed));
        Assert.Equal((OfferState.Open, null, 1), (open.State, open.Closing, open.Returns));
        Assert.Equal(closed.Id, open.Id);
        Assert.True(open.Sequence > closed.Sequence);
    }

    [Fact]
    public async Task RunAsync_TitleChangesAndDateRises_IsRevisedAndTellsItCameAgain()
    {
        await using var board = await SyncedBoard.StartAsync(50);
        await board.ReadAsync();
        var before = await board.FindAsync(20);
        board.Server.Written[20] = OpenDataRecords.Write(20, SyncedBoard.Today.AddDays(10), " bis");

        var run = await board.ReadAsync();

        var after = await board.FindAsync(20);
        Assert.Equal((0, 1), (run.Added, run.Revised));
        Assert.EndsWith(" bis", after.Facts.Title, StringComparison.Ordinal);
        Assert.Equal((1, before.Published.AddDays(10)), (after.Returns, after.Published));
        Assert.Equal([before.Published], after.Facts.EarlierDates);
        Assert.NotEqual(before.Version, after.Version);
    }

    [Theory]
    [InlineData(AnswerFault.Truncated, OfferRunOutcome.Incomplete)]
    [InlineData(AnswerFault.Broken, OfferRunOutcome.Incomplete)]
    [InlineData(AnswerFault.Half, OfferRunOutcome.Incomplete)]
    [InlineData(AnswerFault.Empty, OfferRunOutcome.Incomplete)]
    [InlineData(AnswerFault.Failing, OfferRunOutcome.Failed)]
    [InlineData(AnswerFault.Slow, OfferRunOutcome.Incomplete)]
    [InlineData(AnswerFault.Html, OfferRunOutcome.Failed)]
    [InlineData(AnswerFault.Fifth, OfferRunOutcome.Incomplete)]
    public async Task RunAsync_BadAnswer_ClosesNothingAndSaysWhy(AnswerFault fault, OfferRunOutcome outcome)
    {
        await using var board = await SyncedBoard.StartAsync(600, patience: 2);
        await board.ReadAsync();
        var held = await board.HeldAsync();
        board.Server.Fault = fault;

        var run = await board.ReadAsync();
        board.Server.Fault = AnswerFault.None;
        var next = await board.ReadAsync();

        Assert.Equal((outcome, 0), (run.Outcome, run.Closed));
        Assert.NotNull(run.Note);
        Assert.NotNull(run.EndedUtc);
        Assert.Equal(held, await board.HeldAsync());
        Assert.True(next.Outcome is OfferRunOutcome.NotModified);
    }

    [Fact]
    public async Task RunAsync_BrokenOffAtAnyMoment_EndsInTheSameStore()
    {
        await using var whole = await SyncedBoard.StartAsync(Count);
        await using var broken = await SyncedBoard.StartAsync(Count);
        await whole.ReadAsync();
        var moment = new Random(13);
        for (var time = 0; time < 6; time++)
        {
            using var breaking = new BreakAfter(moment.Next(1, 30));
            var sync = new OfferSync(
                new ForemSource(breaking.Client, broken.Options),
                new OfferWriter(broken.Store, broken.Store.Time),
                broken.Runs,
                new OfferTablesShelf(broken.Store, new ContentMark(broken.Store, broken.Store.Time)),
                broken.Store.Time
            );
            await Record.ExceptionAsync(() => sync.RunAsync(OfferRunKind.Whole, breaking.Token));
        }

        await broken.ReadAsync();

        Assert.Equal(await whole.HeldAsync(), await broken.HeldAsync());
        await using var context = broken.Store.CreateDbContext();
        var numbers = await context.JobOffers.Select(o => o.Sequence).ToListAsync(Cancellation);
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.Empty(await context.OfferRuns.Where(r => r.EndedUtc == null).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task RunAsync_Increment_AddsWhatIsNewByPages()
    {
        await using var board = await SyncedBoard.StartAsync(1000);
        await board.ReadAsync();
        board.Server.Numbers = [.. Enumerable.Range(1, 4000)];
        board.Server.Asked.Clear();

        var run = await board.ReadAsync(OfferRunKind.Increment);

        // Those dated today, yesterday and the day before are asked for.
        var fresh = Enumerable.Range(1, 4000).Count(n => n % 40 <= 2);
        Assert.Equal((OfferRunOutcome.Done, fresh), (run.Outcome, run.Read));
        Assert.Equal(Enumerable.Range(1001, 3000).Count(n => n % 40 <= 2), run.Added);
        Assert.Equal((fresh + 99) / 100, board.Server.Asked.Count);
        Assert.All(board.Server.Asked, q => Assert.Contains("limit=100", q, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_MoreThatIsNewThanPagesGive_ReadsAllOfIt()
    {
        await using var board = await SyncedBoard.StartAsync(40);
        await board.ReadAsync();
        board.Server.Numbers = [.. Enumerable.Range(1, 60)];
        board.Server.SaidOfPages = 9_950;
        board.Server.Asked.Clear();

        var run = await board.ReadAsync(OfferRunKind.Increment);

        Assert.Equal((OfferRunOutcome.Done, 60, 20), (run.Outcome, run.Read, run.Added));
        Assert.Contains(board.Server.Asked, q => q.EndsWith("exports/json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_BadRecords_AreRejectedWithTheirReasonsAndSpoilNothing()
    {
        await using var board = await SyncedBoard.StartAsync(60);
        var good = OpenDataRecords.Write(5, SyncedBoard.Today);
        board.Server.Written[1] = """{"numerooffreforem":"1","titreoffre":["no","text"]}""";
        board.Server.Written[2] = good.Replace("https://www.leforem.be", "javascript:alert(1)//", StringComparison.Ordinal);
        board.Server.Written[3] = """{"numerooffreforem":"3","titreoffre":"x","datedebutdiffusion":"9999-12-31"}""";
        board.Server.Written[4] = good;
        board.Server.Written[6] = "{\"numerooffreforem\":\"6\",\"titreoffre\":\"" + new string('x', 10_000_000) + "\"}";
        board.Server.Written[7] = "42";
        board.Server.Written[8] = """{"titreoffre":"nobody"}""";
        board.Server.Written[9] = """{"numerooffreforem":"9","titreoffre":"bad \u"}""";

        var run = await board.ReadAsync();

        Assert.Equal((OfferRunOutcome.Done, 60, 52, 8), (run.Outcome, run.Read, run.Added, run.Rejected));
        Assert.Contains("record 1, line 1 (1): titreoffre is no text", run.Note, StringComparison.Ordinal);
        Assert.Contains("none of the web", run.Note, StringComparison.Ordinal);
        Assert.Contains("record 3, line 3 (3): its day of publication is none: 9999-12-31", run.Note, StringComparison.Ordinal);
        Assert.Contains("(1600005): its identifier stands twice", run.Note, StringComparison.Ordinal);
        Assert.Contains("record 6, line 6: it is longer than a million bytes", run.Note, StringComparison.Ordinal);
        Assert.Contains("record 7, line 7: it is no object", run.Note, StringComparison.Ordinal);
        Assert.Contains("record 8, line 8: it has no identifier", run.Note, StringComparison.Ordinal);
        Assert.Contains("record 9, line 9: it is no JSON", run.Note, StringComparison.Ordinal);
    }

    private static (string?, string?, string?, string?) PlaceOf(JobOffer offer) =>
        offer.Facts.Places is [var place] ? (place.Municipality, place.Province, place.Region, place.Nis) : default;

    private static async Task ForgetMarksAsync(SyncedBoard board)
    {
        await using var context = board.Store.CreateDbContext();
        await context.OfferSources.ExecuteUpdateAsync(s => s.SetProperty(o => o.EntityTag, (string?)null), Cancellation);
    }

    private static bool Writes(string command, string table) =>
        (command.Contains("INSERT", StringComparison.Ordinal) || command.Contains("UPDATE", StringComparison.Ordinal))
        && command.Contains($"\"{table}\"", StringComparison.Ordinal);

    /// <summary>A client whose answers end all work after so many pieces.</summary>
    private sealed class BreakAfter : IDisposable
    {
        private readonly CancellationTokenSource _breaking = new();

        public BreakAfter(int pieces) => Client = new HttpClient(new Pieces(pieces, _breaking));

        public HttpClient Client { get; }

        public CancellationToken Token => _breaking.Token;

        public void Dispose()
        {
            Client.Dispose();
            _breaking.Dispose();
        }

        private sealed class Pieces(int pieces, CancellationTokenSource breaking) : DelegatingHandler(new HttpClientHandler())
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (request.RequestUri!.AbsolutePath.EndsWith("exports/json", StringComparison.Ordinal))
                {
                    var content = await response.Content.ReadAsStreamAsync(cancellationToken);
                    response.Content = new StreamContent(new PieceStream(content, pieces, breaking));
                }

                return response;
            }
        }

        private sealed class PieceStream(Stream inner, int pieces, CancellationTokenSource breaking) : Stream
        {
            private int _left = pieces;

            public override bool CanRead => true;
            public override bool CanSeek => false;
            public override bool CanWrite => false;
            public override long Length => throw new NotSupportedException();
            public override long Position
            {
                get => throw new NotSupportedException();
                set => throw new NotSupportedException();
            }

            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                if (_left-- == 0)
                {
                    await breaking.CancelAsync();
                }

                return await inner.ReadAsync(buffer, cancellationToken);
            }

            public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

            public override void Flush() { }

            public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

            public override void SetLength(long value) => throw new NotSupportedException();

            public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        }
    }
}
