using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Core.Tests.Catalogue;

public sealed class CatalogueHistoryTests : IDisposable
{
    private const int Size = 3;

    private readonly TestStore _store = new();

    // The marks of rows hold the moment of the machine's own clock.
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task SinceAsync_NothingKnown_TellsAllInPages()
    {
        await ImportAsync("rome-1", "A1", "A2", "A3", "A4", "A5", "A6", "A7");

        var (pages, known) = await FollowAsync(null, []);

        Assert.Equal([3, 3, 1], pages.Select(p => p.Rows.Count));
        Assert.All(pages, p => Assert.Equal((true, 7, "rome-1"), (p.IsSnapshot, p.Total, p.Edition)));
        Assert.Equal(["A1", "A2", "A3", "A4", "A5", "A6", "A7"], known.Keys);
    }

    [Fact]
    public async Task SinceAsync_NothingChanged_TellsNothing()
    {
        await ImportAsync("rome-1", "A1", "A2");
        var (pages, _) = await FollowAsync(null, []);

        var again = await HistoryOf().SinceAsync(Cursor(pages), Size, Cancellation);

        Assert.Equal((0, false, false), (again!.Total, again.IsSnapshot, again.HasMore));
    }

    [Fact]
    public async Task SinceAsync_NewEdition_TellsWhatCameChangedAndWentAlone()
    {
        await ImportAsync("rome-1", "A1", "A2", "A3", "A4", "A5");
        await AgeAsync();
        var (pages, known) = await FollowAsync(null, []);

        await ImportAsync("rome-2", "A1", "A2*", "A4", "A5>A3", "A6");

        var (news, _) = await FollowAsync(Cursor(pages), known);
        Assert.Equal(
            ["A2 ", "A3 A5", "A5 ", "A6 "],
            news.SelectMany(p => p.Rows).Select(r => $"{r.Code} {(r.GoneUtc is null ? "" : r.ReplacedBy ?? "none")}")
        );
        Assert.Equal(await StoredAsync(), known);
    }

    [Fact]
    public async Task SinceAsync_AnyHistory_LeadsToTheSameSet()
    {
        var random = new Random(20261129);
        string[] codes = [.. Enumerable.Range(1, 12).Select(n => $"B{n:00}")];
        SortedDictionary<string, string> known = new(StringComparer.Ordinal);
        CatalogueCursor? cursor = null;
        await ImportAsync("rome-0", codes);
        for (var edition = 1; edition <= 12; edition++)
        {
            // Somebody who follows is in the middle of it when the next edition comes.
            if (await HistoryOf().SinceAsync(cursor, Size, Cancellation) is { } page)
            {
                Take(page, known);
                cursor = page.Cursor;
            }

            await ImportAsync(
                $"rome-{edition % 4}",
                [.. codes.Where(_ => random.Next(3) > 0).Select(c => random.Next(2) > 0 ? c : c + "*").DefaultIfEmpty("B01")]
            );
            if (edition % 3 == 0)
            {
                (var pages, known) = await FollowAsync(cursor, known);

                // What changed while the first round was under way is told by the next.
                (pages, known) = await FollowAsync(Cursor(pages), known);
                cursor = Cursor(pages);

                Assert.Equal(await StoredAsync(), known);
                await AgeAsync();
            }
        }
    }

    [Fact]
    public async Task SinceAsync_StateOfAStoreFilledAnew_IsNotKnown()
    {
        await ImportAsync("rome-1", "A1", "A2");
        var (pages, _) = await FollowAsync(null, []);
        using var other = new TestStore();
        await Task.Delay(5, Cancellation);
        await new CatalogueImport(other, other.Time).ApplyAsync(Edition("rome-1", ["A1"]), Cancellation);

        var answer = await new CatalogueHistory(other, new ContentMark(other, _time), _time).SinceAsync(Cursor(pages), Size, Cancellation);

        Assert.Null(answer);
    }

    [Fact]
    public async Task SinceAsync_EditionOfWhichNothingIsLeft_IsNotKnown()
    {
        await ImportAsync("rome-1", "A1", "A2");
        var (pages, _) = await FollowAsync(null, []);

        await ImportAsync("rome-2", "A1*", "A2*");

        Assert.Null(await HistoryOf().SinceAsync(Cursor(pages), Size, Cancellation));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("A1", null)]
    [InlineData("A|1 %é", "rome|1")]
    public void Write_AnyCursor_IsReadBack(string? after, string? from)
    {
        var cursor = new CatalogueCursor(
            new CatalogueMoment(Guid.NewGuid(), 5, 4, "rome-460 |é"),
            from is null ? null : new CatalogueMoment(Guid.NewGuid(), 3, 2, from),
            after
        );

        var word = cursor.Write();

        Assert.Equal(cursor, CatalogueCursor.Read(word));
        Assert.True(word.Length <= CatalogueCursor.MaxLength);
        Assert.Equal(word, Uri.EscapeDataString(word));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("MXx8fHw")]
    [InlineData("é")]
    [InlineData("%00")]
    [InlineData("////")]
    public void Read_AnythingElse_IsNone(string word) => Assert.Null(CatalogueCursor.Read(word));

    /// <summary>Codes of an edition: with a star another title, with "&gt;" and a code that is given up for it.</summary>
    private Task<CatalogueReport> ImportAsync(string edition, params string[] codes) =>
        new CatalogueImport(_store, _store.Time).ApplyAsync(Edition(edition, codes), Cancellation);

    private static CatalogueEdition Edition(string name, string[] codes) =>
        new()
        {
            Name = name,
            Sources = [],
            Terms = [],
            Replacements = [.. codes.Select(c => c.Split('>')).Where(c => c.Length > 1).Select(c => new ListedReplacement(c[1], c[0]))],
            Occupations =
            [
                .. codes.Select(c => new ListedOccupation(
                    c.Split('>')[0].TrimEnd('*'),
                    new CatalogueFacts
                    {
                        Masculine = c,
                        Feminine = c,
                        Parent = "A1101",
                        Domain = "A11",
                    }
                )),
            ],
        };

    private CatalogueHistory HistoryOf() => new(_store, new ContentMark(_store, _time), _time);

    private static CatalogueCursor Cursor(IReadOnlyList<CatalogueSync> pages) => CatalogueCursor.Read(pages[^1].Cursor.Write())!;

    private async Task<(List<CatalogueSync> Pages, SortedDictionary<string, string> Known)> FollowAsync(
        CatalogueCursor? since,
        SortedDictionary<string, string> known
    )
    {
        var pages = new List<CatalogueSync>();
        while (true)
        {
            var page = await HistoryOf().SinceAsync(since, Size, Cancellation);
            if (page is null)
            {
                // What is known is worth nothing: all over again.
                (since, known) = (null, new SortedDictionary<string, string>(StringComparer.Ordinal));
                continue;
            }

            Take(page, known);
            pages.Add(page);
            since = page.Cursor;
            if (!page.HasMore)
            {
                return (pages, known);
            }
        }
    }

    private static void Take(CatalogueSync page, SortedDictionary<string, string> known)
    {
        foreach (var row in page.Rows)
        {
            known[row.Code] = $"{row.Edition} {row.GoneUtc is not null} {row.ReplacedBy}";
        }
    }

    private async Task<SortedDictionary<string, string>> StoredAsync()
    {
        var all = await HistoryOf().SinceAsync(null, int.MaxValue, Cancellation);
        await using var context = _store.CreateDbContext();
        Assert.Equal(await context.CatalogueOccupations.CountAsync(Cancellation), all!.Rows.Count);
        var stored = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Take(all, stored);
        return stored;
    }

    /// <summary>Lets an hour pass for every row: what stands in it came long before whoever reads now.</summary>
    private async Task AgeAsync()
    {
        await using var context = _store.CreateDbContext();
        foreach (var row in await context.CatalogueOccupations.ToListAsync(Cancellation))
        {
            var hourAgo = Guid.CreateVersion7(DateTimeOffset.UtcNow - TimeSpan.FromHours(1));
            await context
                .CatalogueOccupations.Where(o => o.Id == row.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.Version, hourAgo), Cancellation);
        }
    }
}
