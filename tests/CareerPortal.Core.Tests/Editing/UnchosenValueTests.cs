using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>What nobody has chosen yet is not shown as chosen to those who read a draft.</summary>
public sealed class UnchosenValueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReviewAsync_NewPayWithoutItsChoices_DoesNotTellThem()
    {
        using var store = await DraftStore.WithGuideAsync();
        var actor = await store.PersonAsync();
        await AddPayAsync(store, actor, new JsonObject { ["lowCents"] = 120_050, ["highCents"] = 90_000 });
        var history = new GuideHistory(store.Store);

        var sheet = (await history.ReviewAsync(actor, store.GuideId, Cancellation)).Value!;

        var added = Assert.Single(sheet.Changes.Sections.SelectMany(s => s.Fields), f => f.Change.Kind == FieldChangeKind.Added);
        var told = JsonNode.Parse(added.Change.After!)!.AsObject();
        Assert.Equal(120_050, told["lowCents"]!.GetValue<long>());
        Assert.All(["level", "status", "period", "asOf"], name => Assert.Null(told[name]));
    }

    [Fact]
    public async Task Chosen_PayWithoutItsChoices_IsLeftOutAndTold()
    {
        using var store = await DraftStore.WithGuideAsync();
        var actor = await store.PersonAsync();
        await AddPayAsync(store, actor, new JsonObject { ["lowCents"] = 90_000, ["highCents"] = 120_050 });
        var named = await store.DocumentAsync();
        var (document, unreadable) = DraftReading.Read(named);

        var (shown, hasUnchosen) = DraftPay.Chosen(document, named, unreadable);

        Assert.True(hasUnchosen);
        Assert.Equal(document.Content.Salaries.Where(s => s.LowCents != 90_000), shown.Content.Salaries);
    }

    private static Task AddPayAsync(DraftStore store, Actor actor, JsonObject pay) =>
        AddAsync(store, actor, new DraftChange(DraftEditKind.Insert, "content.salaries", null, pay, null));

    private static async Task AddAsync(DraftStore store, Actor actor, DraftChange change)
    {
        var tab = Guid.CreateVersion7();
        await store.Desk.OpenAsync(actor, store.GuideId, tab, Cancellation);
        var applied = await store.Desk.ApplyAsync(actor, store.GuideId, new DraftBatch(tab, 1, [change], 0), Cancellation);
        Assert.True(applied.IsDone);
    }
}
