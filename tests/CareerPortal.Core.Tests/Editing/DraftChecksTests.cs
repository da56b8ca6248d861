using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>What an outline tells of a draft.</summary>
public sealed class DraftChecksTests
{
    private const string Day = "updatedOn";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LookAsync_OfAnUntouchedDraft_FindsNothingChanged()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());

        var look = await Checks(store).LookAsync(tab.Actor, store.GuideId, Cancellation);

        Assert.Equal(GuideForm.Sections.Select(s => s.Id), look.Value!.Sections.Select(s => s.Id));
        Assert.DoesNotContain(look.Value.Sections, s => s.IsChanged);
        Assert.DoesNotContain(look.Value.Sections, s => s.Conflicts > 0);
    }

    [Fact]
    public async Task LookAsync_AfterAFieldWasWritten_ShowsItsSectionChanged()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());
        await tab.SetAsync("content.hook", $"{tab.Document["content"]!["hook"]}", "Venez voir.");

        var look = await Checks(store).LookAsync(tab.Actor, store.GuideId, Cancellation);

        Assert.Equal([GuideForm.Head], look.Value!.Sections.Where(s => s.IsChanged).Select(s => s.Id));
    }

    [Fact]
    public async Task LookAsync_WithADayThatCannotBeRead_TellsItAtItsField()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());
        await tab.SetAsync(Day, (string?)tab.Document[Day], "31/02");

        var look = await Checks(store).LookAsync(tab.Actor, store.GuideId, Cancellation);

        var fault = Assert.Single(look.Value!.Faults, f => f.Path == Day);
        Assert.Equal((FaultKind.Unreadable, "31/02"), (fault.Kind, fault.Value));
        Assert.Equal(1, look.Value.Sections.Single(s => s.Id == GuideForm.Card).Faults);
    }

    [Fact]
    public async Task LookAsync_WithAFaultInAnItem_NamesTheItemAndNotItsPlace()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());
        var item = DraftPlaces.IdOf(tab.Document["content"]!["missions"]![0])!;
        await tab.SetAsync($"content.missions.{item}.text", $"{tab.Document["content"]!["missions"]![0]!["text"]}", "<b>Gras</b>");

        var look = await Checks(store).LookAsync(tab.Actor, store.GuideId, Cancellation);

        Assert.Contains(look.Value!.Faults, f => f.Path == $"content.missions.{item}.text" && f.Kind == FaultKind.Markup);
    }

    [Fact]
    public async Task LookAsync_BySomebodyWhoMayNotReadTheDraft_TellsNothing()
    {
        using var store = await DraftStore.WithGuideAsync();
        var owner = await store.PersonAsync("Ana");
        await using (var context = store.Store.CreateDbContext())
        {
            context.Add(new GuideCare { GuideId = store.GuideId, OwnerId = owner.AccountId });
            await context.SaveChangesAsync(Cancellation);
        }

        var look = await Checks(store).LookAsync(await store.PersonAsync("Bob", AccountRole.Author), store.GuideId, Cancellation);

        Assert.Equal(DeskAnswer.NotAllowed, look.Answer);
        Assert.Null(look.Value);
    }

    [Theory]
    [InlineData("content.faq.aa.asked", "Un ?")]
    [InlineData("content.faq.aa.answer.bb", "Oui.")]
    [InlineData("content.faq.zz.asked", null)]
    public void At_AnAddressOfNames_GivesWhatStandsThere(string path, string? expected)
    {
        var named = JsonNode.Parse("""{"content":{"faq":[{"$id":"aa","asked":"Un ?","answer":[{"$id":"bb","$value":"Oui."}]}]}}""");

        Assert.Equal(expected, (string?)DraftPlaces.At(named, path));
    }

    private static DraftChecks Checks(DraftStore store)
    {
        var mark = new ContentMark(store.Store, store.Store.Time);
        return new DraftChecks(store.Store, store.Desk, new GuideChecker(store.Store, mark, TestStore.Qualities, store.Store.Time));
    }
}
