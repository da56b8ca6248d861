using System.Reflection;
using CareerPortal.Accounts;
using CareerPortal.Editing;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>
/// Every way of writing × what may come between: nothing is written over in silence, one wish has one effect, and both texts are kept. The ways are
/// found, not listed: a new one without a row fails.
/// </summary>
public sealed class WritePathMatrixTests
{
    /// <summary>What only reads.</summary>
    private static readonly HashSet<string> Reads =
    [
        "CatalogueDesk.FindAsync",
        "CatalogueDesk.ListAsync",
        "CatalogueDesk.StatusAsync",
        "CommentDesk.ReadAsync",
        "DirectoryDesk.ChoicesAsync",
        "DirectoryDesk.FindAsync",
        "DirectoryDesk.ListAsync",
        "DirectoryDesk.MayAddAsync",
        "DirectoryDesk.PreviewMergeAsync",
        "DraftChecks.LookAsync",
        "DraftDesk.EditsSinceAsync",
        "DraftDesk.ReadAsync",
        "GuideBoard.CareAsync",
        "GuideBoard.ColleaguesAsync",
        "GuideBoard.ListAsync",
        "GuideBoard.WaitingAsync",
        "GuideExchange.AllAsync",
        "GuideExchange.GuideAsync",
        "GuideExchange.OfferAsync",
        "GuideExchange.RehearseAsync",
        "GuideExchange.RehearseSheetAsync",
        "GuideExchange.SheetAsync",
        "GuideHistory.CompareAsync",
        "GuideHistory.ListAsync",
        "GuideHistory.NameAsync",
        "GuideHistory.NumbersAsync",
        "GuideHistory.ReviewAsync",
        "GuideHistory.StandingAsync",
        "PreviewDesk.ListAsync",
        "ReleaseDesk.FindAsync",
        "ReleaseDesk.ListAsync",
        "ReleaseDesk.RequirementsAsync",
        "RequirementsDesk.ReadAsync",
        "RequirementsDesk.StudyAsync",
        "ShareDesk.ListAsync",
        "TranslationDesk.OriginalAsync",
        "TranslationDesk.ReadAsync",
        "VoteLedger.ListAsync",
        "VoteLedger.SheetAsync",
        "WithdrawalDesk.FindAsync",
        "Worklist.ListAsync",
    ];

    public static TheoryData<string> Writes => [.. WritePathMatrixRows.All.Select(r => r.Name)];

    [Fact]
    public void Writes_OfEveryDesk_HaveARow()
    {
        var found = typeof(Actor)
            .Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsPublic: true } && t.Namespace == typeof(EditorialDesk).Namespace)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Actor)))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(found, WritePathMatrixRows.All.Select(r => r.Name).Concat(Reads).Order(StringComparer.Ordinal));
    }

    /// <summary>Each cell is tried, or says in words why there is nothing to try.</summary>
    [Theory]
    [MemberData(nameof(Writes))]
    public void Row_EachCell_IsTriedOrSaysWhyNot(string write)
    {
        var row = RowOf(write);

        Assert.True(row.Rival is null ? row.NoRival?.Length > 20 : row.NoRival is null);
        Assert.True(row.Falls is null ? row.NoAgreement?.Length > 20 : row.NoAgreement is null);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_InConflict_KeepsBothSides(string write)
    {
        var row = RowOf(write);
        if (row.Rival is null)
        {
            return;
        }

        using var store = await WritePathMatrixStore.MakeAsync();
        var press = await row.Show(store);
        await row.Rival(store);
        var before = store.Dump();

        var answer = await press(store.Self);

        Assert.Equal(row.AfterRival, answer);
        if (answer != DeskAnswer.Done)
        {
            AssertSame(before, store.Dump());
        }

        var kept = TextOf(store.Dump());
        Assert.All(row.Theirs, t => Assert.Contains(t, kept, StringComparison.Ordinal));
        Assert.All(answer == DeskAnswer.Done ? row.Typed : [], t => Assert.Contains(t, kept, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_ByADoubleClick_HasOneEffect(string write)
    {
        var row = RowOf(write);
        using var store = await WritePathMatrixStore.MakeAsync();
        var press = await row.Show(store);
        var revisions = await store.RevisionsAsync();

        var first = await press(store.Self);
        var once = store.Dump();
        var second = await press(store.Self);

        Assert.Equal(DeskAnswer.Done, first);
        Assert.Equal(revisions + row.Revisions, await store.RevisionsAsync());
        if (row.CountsTwice is null)
        {
            Assert.NotEqual(DeskAnswer.Done, second);
            AssertSame(once, store.Dump());
        }
    }

    /// <summary>Two pages that show the same, used at the same moment: the store holds as much as after one of them.</summary>
    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_InTwoTabsOfOnePerson_HasOneEffect(string write)
    {
        var row = RowOf(write);
        if (row.CountsTwice is not null || row.TabsCountTwice is not null)
        {
            Assert.True((row.CountsTwice ?? row.TabsCountTwice)!.Length > 20);
            return;
        }

        using var alone = await WritePathMatrixStore.MakeAsync();
        Assert.Equal(DeskAnswer.Done, await (await row.Show(alone))(alone.Self));
        using var store = await WritePathMatrixStore.MakeAsync();
        var press = await row.Show(store);

        var answers = await Task.WhenAll(
            Task.Run(() => press(store.Self), store.Cancellation),
            Task.Run(() => press(store.Self), store.Cancellation)
        );

        Assert.Contains(DeskAnswer.Done, answers);
        Assert.Equal(Counts(alone), Counts(store));

        static IEnumerable<string> Counts(WritePathMatrixStore store) =>
            store.Dump().Select(t => $"{t.Key}: {t.Value.Count}").Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_OnAnAgreementThatFell_IsRefused(string write)
    {
        var row = RowOf(write);
        if (row.Falls is null)
        {
            return;
        }

        using var store = await WritePathMatrixStore.MakeAsync();
        var press = await row.Show(store);
        await row.Falls(store);
        var before = store.Dump();

        var answer = await press(store.Self);

        Assert.Contains(answer, new[] { DeskAnswer.Stale, DeskAnswer.NotNow, DeskAnswer.HasFaults });
        AssertSame(before, store.Dump());
        Assert.Contains(WritePathMatrixStore.Theirs, TextOf(before), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_OfARevokedRight_IsRefusedAndWritesNothing(string write)
    {
        using var store = await WritePathMatrixStore.MakeAsync();
        var press = await RowOf(write).Show(store);
        await store.RevokeAsync(store.Self);
        var before = store.Dump();

        var answer = await press(store.Self);

        Assert.Equal(DeskAnswer.NotAllowed, answer);
        AssertSame(before, store.Dump());
    }

    private static WritePathMatrixRow RowOf(string write) => WritePathMatrixRows.All.Single(r => r.Name == write);

    private static string TextOf(IReadOnlyDictionary<string, IReadOnlyList<string>> dump) => string.Join('\n', dump.Values.SelectMany(r => r));

    private static void AssertSame(
        IReadOnlyDictionary<string, IReadOnlyList<string>> before,
        IReadOnlyDictionary<string, IReadOnlyList<string>> after
    ) => Assert.Empty(after.Where(t => !t.Value.SequenceEqual(before[t.Key])).Select(t => t.Key));
}
