using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>Drafts, in a real store: what several people and tabs write is brought together and nothing of it is lost.</summary>
public sealed class DraftDeskTests
{
    private const string Hook = "content.hook";
    private const string Tagline = "content.tagline";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_OfAPublishedGuide_MakesADraftThatSaysTheSame()
    {
        using var store = await DraftStore.WithGuideAsync();

        var tab = await store.TabAsync(await store.PersonAsync());

        var (document, faults) = DraftReading.Read(tab.Document);
        Assert.Empty(faults);
        Assert.Equal(GuideDocuments.Write(Sample.CompleteGuide().ToDocument()), GuideDocuments.Write(document));
    }

    [Fact]
    public async Task ApplyAsync_ToAField_WritesItAndLeavesTheHistoryAlone()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());

        var receipt = await tab.SetAsync(Hook, "Et si c'était vous ?", "Et si c'était toi ?");

        Assert.Equal((1, 1), (receipt.TabSequence, receipt.Sequence));
        Assert.Equal("Et si c'était toi ?", $"{(await store.DocumentAsync())["content"]!["hook"]}");
        await using var context = store.Store.CreateDbContext();
        Assert.Equal(1, await context.Revisions.CountAsync(Cancellation));
        Assert.Equal(1, await context.AuditEntries.CountAsync(a => a.Action == "draft.edit", Cancellation));
    }

    [Fact]
    public async Task ApplyAsync_OfTheSameBatchAgain_CountsItOnce()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());
        var insert = new DraftChange(DraftEditKind.Insert, "content.pros", null, "Du temps.");
        await tab.SendAsync(insert);

        var again = await tab.ApplyAsync(1, insert);
        var longer = await tab.ApplyAsync(1, insert, new DraftChange(DraftEditKind.Set, Hook, "Et si c'était vous ?", "Venez."));

        Assert.Equal((DeskAnswer.DoneBefore, DeskAnswer.Done), (again.Answer, longer.Answer));
        Assert.Equal(2, (await store.DocumentAsync())["content"]!["pros"]!.AsArray().Count);
        Assert.Equal(2, longer.Value!.TabSequence);
    }

    [Fact]
    public async Task ApplyAsync_WithAGap_TakesNothingAndSaysWhereToGoOn()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());

        var result = await tab.ApplyAsync(3, new DraftChange(DraftEditKind.Set, Hook, "Et si c'était vous ?", "Venez."));

        Assert.Equal((DeskAnswer.Stale, 0), (result.Answer, result.Value!.TabSequence));
        Assert.Equal("Et si c'était vous ?", $"{(await store.DocumentAsync())["content"]!["hook"]}");
    }

    [Fact]
    public async Task ApplyAsync_ToDifferentFieldsOnTwoNodes_TakesBothAndTellsEach()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob"), store.OtherNode));

        await ana.SetAsync(Hook, "Et si c'était vous ?", "Venez.");
        var receipt = await bob.SetAsync(Tagline, "Pour que tout tienne.", "Pour tenir.");

        Assert.Empty(receipt.Conflicts);
        var edit = Assert.Single(receipt.Edits);
        Assert.Equal((Hook, "Venez.", ana.Id), (edit.Path, $"{edit.After}", edit.TabId));
        Assert.Equal(
            ("Venez.", "Pour tenir."),
            ($"{(await store.DocumentAsync())["content"]!["hook"]}", $"{(await store.DocumentAsync())["content"]!["tagline"]}")
        );
    }

    [Fact]
    public async Task ApplyAsync_ToOneFieldByTwo_KeepsBothUntilSomebodyChooses()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        await ana.SetAsync(Hook, "Et si c'était vous ?", "Venez.");

        await bob.SetAsync(Hook, "Et si c'était vous ?", "Entrez.");
        var receipt = await bob.SetAsync(Hook, "Entrez.", "Entrez donc.");

        var conflict = Assert.Single(receipt.Conflicts);
        Assert.Equal(("Et si c'était vous ?", "Entrez donc.", "Venez."), ($"{conflict.Base}", $"{conflict.Mine}", $"{conflict.Theirs}"));
        Assert.Equal((bob.Actor.AccountId, ana.Actor.AccountId), (conflict.MineById, conflict.TheirsById!.Value));
        Assert.Equal("Venez.", $"{(await store.DocumentAsync())["content"]!["hook"]}");
    }

    [Theory]
    [InlineData(ConflictChoice.Mine, "Entrez.")]
    [InlineData(ConflictChoice.Theirs, "Venez.")]
    [InlineData(ConflictChoice.Both, "Venez.\n\nEntrez.")]
    public async Task ChooseAsync_BetweenTwoTexts_LeavesWhatWasChosen(ConflictChoice choice, string expected)
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        await ana.SetAsync(Hook, "Et si c'était vous ?", "Venez.");
        var conflict = Assert.Single((await bob.SetAsync(Hook, "Et si c'était vous ?", "Entrez.")).Conflicts);

        var chosen = await ana.ChooseAsync(conflict, choice);
        var late = await bob.ChooseAsync(conflict, choice == ConflictChoice.Mine ? ConflictChoice.Theirs : ConflictChoice.Mine);

        Assert.Equal((DeskAnswer.Done, DeskAnswer.Stale), (chosen.Answer, late.Answer));
        Assert.Empty(chosen.Value!.Conflicts);
        Assert.Equal(expected, $"{(await store.DocumentAsync())["content"]!["hook"]}");
    }

    [Fact]
    public async Task ChooseAsync_OfATextThatWentOnMeanwhile_IsRefused()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        await ana.SetAsync(Hook, "Et si c'était vous ?", "Venez.");
        var shown = Assert.Single((await bob.SetAsync(Hook, "Et si c'était vous ?", "Entrez.")).Conflicts);
        await bob.SetAsync(Hook, "Entrez.", "Entrez donc.");

        var result = await ana.ChooseAsync(shown, ConflictChoice.Theirs);

        Assert.Equal(DeskAnswer.Stale, result.Answer);
        Assert.Equal("Entrez donc.", $"{Assert.Single(result.Value!.Conflicts).Mine}");
    }

    [Fact]
    public async Task ApplyAsync_OfTheSameTextByTwo_IsNoConflict()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        await ana.SetAsync(Hook, "Et si c'était vous ?", "Venez.");

        var receipt = await bob.SetAsync(Hook, "Et si c'était vous ?", "Venez.");

        Assert.Empty(receipt.Conflicts);
    }

    [Fact]
    public async Task ApplyAsync_ToAnItemThatWasRemoved_KeepsTheWholeItemForAChoice()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        var question = ana.Item("content.faq", 0);
        await ana.SendAsync(new DraftChange(DraftEditKind.Remove, question));

        await bob.SetAsync($"{question}.asked", "Combien gagne-t-on ?", "Combien ?");
        var conflict = Assert.Single((await bob.SetAsync($"{question}.asked", "Combien ?", "Combien gagne-t-on au début ?")).Conflicts);
        await bob.ChooseAsync(conflict, ConflictChoice.Mine);

        Assert.Null(conflict.Theirs);
        var item = Assert.Single((await store.DocumentAsync())["content"]!["faq"]!.AsArray())!;
        Assert.Equal(("Combien gagne-t-on au début ?", "Selon l'atelier."), ($"{item["asked"]}", $"{item["answer"]![0]!["$value"]}"));
    }

    [Fact]
    public async Task ApplyAsync_OfARemovalOfWhatSomebodyChanged_KeepsTheItem()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        var question = ana.Item("content.faq", 0);
        await ana.SetAsync($"{question}.asked", "Combien gagne-t-on ?", "Combien ?");

        var conflict = Assert.Single((await bob.SendAsync(new DraftChange(DraftEditKind.Remove, question))).Conflicts);

        Assert.Null(conflict.Mine);
        Assert.Equal("Combien ?", $"{Assert.Single((await store.DocumentAsync())["content"]!["faq"]!.AsArray())!["asked"]}");
        await bob.ChooseAsync(conflict, ConflictChoice.Mine);
        Assert.Empty((await store.DocumentAsync())["content"]!["faq"]!.AsArray());
    }

    [Fact]
    public async Task ApplyAsync_OfInsertAfterAndMoveOfVanishedItems_LosesNothing()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        var first = ana.Item("content.introduction", 0);
        await ana.SendAsync(new DraftChange(DraftEditKind.Remove, first));

        var receipt = await bob.SendAsync(
            new DraftChange(DraftEditKind.Insert, "content.introduction", null, "Un métier rare.", first.Split('.')[^1]),
            new DraftChange(DraftEditKind.Move, first, null, null, bob.Item("content.introduction", 1).Split('.')[^1])
        );

        Assert.Empty(receipt.Conflicts);
        Assert.Equal(
            ["Un métier utile.", "Un métier rare."],
            (await store.DocumentAsync())["content"]!["introduction"]!.AsArray().Select(i => $"{i!["$value"]}")
        );
    }

    [Fact]
    public async Task UndoAndRedo_OfEachKindOfEdit_GoBackAndForthExactly()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());
        var (first, second) = (tab.Item("content.introduction", 0), tab.Item("content.introduction", 1));
        var step = tab.Item("content.trainingSteps", 0);
        DraftChange[] changes =
        [
            new(DraftEditKind.Set, Hook, "Et si c'était vous ?", "Venez."),
            new(DraftEditKind.Set, "updatedOn", null, "2026-11-20"),
            new(DraftEditKind.Insert, "content.pros", null, "Du temps."),
            new(DraftEditKind.Move, first, null, null, second.Split('.')[^1]),
            new(DraftEditKind.Remove, second),
            new(DraftEditKind.Insert, $"{step}.centres", null, "centre-namur"),
            new(DraftEditKind.Set, "content.keyFacts", tab.Document["content"]!["keyFacts"]!.DeepClone(), null),
            new(DraftEditKind.Set, "content.keyFacts.studies", null, "Six ans"),
        ];
        var states = new List<JsonObject> { await store.DocumentAsync() };
        foreach (var change in changes)
        {
            await tab.SendAsync(change);
            states.Add(await store.DocumentAsync());
        }

        foreach (var state in states.AsEnumerable().Reverse().Skip(1))
        {
            await tab.UndoAsync();
            Assert.True(JsonNode.DeepEquals(state, await store.DocumentAsync()));
        }

        foreach (var state in states.Skip(1))
        {
            await tab.RedoAsync();
            Assert.True(JsonNode.DeepEquals(state, await store.DocumentAsync()));
        }
    }

    [Fact]
    public async Task UndoAsync_OfWhatSomebodyHasChangedSince_LeavesTheirTextAndKeepsTheFormer()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        await ana.SetAsync(Hook, "Et si c'était vous ?", "Venez.");
        await bob.SetAsync(Hook, "Venez.", "Venez voir.");

        var receipt = await ana.UndoAsync();

        Assert.Equal("Venez voir.", $"{(await store.DocumentAsync())["content"]!["hook"]}");
        Assert.Equal("Et si c'était vous ?", $"{Assert.Single(receipt.Conflicts).Mine}");
    }

    [Fact]
    public async Task UndoAsync_InTheTabThatTookThePlaceOfAnother_TakesBackWhatThatOneDid()
    {
        using var store = await DraftStore.WithGuideAsync();
        var ana = await store.PersonAsync();
        var (before, bob) = (await store.TabAsync(ana), await store.TabAsync(await store.PersonAsync("Bob")));
        await before.SetAsync(Hook, "Et si c'était vous ?", "Venez.");
        await bob.SendAsync(new DraftChange(DraftEditKind.Insert, "content.pros", null, "Du temps."));
        var after = await store.TabAsync(ana);
        after.Former = [before.Id, bob.Id, Guid.Empty];

        await after.UndoAsync();
        var undone = await store.DocumentAsync();
        await after.RedoAsync();
        await after.UndoAsync();
        await after.SetAsync(Hook, "Et si c'était vous ?", "Voyez.");
        var again = await store.Desk.RedoAsync(ana, store.GuideId, new DraftStep(after.Id, after.Last + 1, after.Seen), Cancellation);

        Assert.Equal("Et si c'était vous ?", $"{undone["content"]!["hook"]}");
        Assert.Contains("Du temps.", undone.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(DeskAnswer.NotNow, again.Answer);
        await bob.UndoAsync();
        Assert.DoesNotContain("Du temps.", (await store.DocumentAsync()).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyAsync_InTheTabThatTookThePlaceOfAnother_ForgetsWhatThatOneTookBack()
    {
        using var store = await DraftStore.WithGuideAsync();
        var ana = await store.PersonAsync();
        var before = await store.TabAsync(ana);
        await before.SetAsync(Hook, "Et si c'était vous ?", "Venez.");
        await before.UndoAsync();
        var after = await store.TabAsync(ana);
        after.Former = [before.Id];

        await after.SetAsync(Hook, "Et si c'était vous ?", "Voyez.");

        var step = new DraftStep(after.Id, after.Last + 1, after.Seen) { Former = [before.Id] };
        Assert.Equal(DeskAnswer.NotNow, (await store.Desk.RedoAsync(ana, store.GuideId, step, Cancellation)).Answer);
        var tooMany = step with { Former = [.. Enumerable.Range(0, 21).Select(_ => Guid.NewGuid())] };
        Assert.Equal(DeskAnswer.Invalid, (await store.Desk.UndoAsync(ana, store.GuideId, tooMany, Cancellation)).Answer);
    }

    [Fact]
    public async Task EditsSinceAsync_AfterUndo_TellsTheContrary()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        await ana.SendAsync(new DraftChange(DraftEditKind.Insert, "content.pros", null, "Du temps."));
        await ana.UndoAsync();
        await ana.SetAsync(Hook, "Et si c'était vous ?", "Venez.");

        var news = await store.Desk.EditsSinceAsync(bob.Actor, store.GuideId, bob.Id, bob.Seen, Cancellation);

        Assert.False(news.Value!.IsBehind);
        Assert.Equal([DraftEditKind.Remove, DraftEditKind.Set], news.Value.Edits.Select(e => e.Kind));
        Assert.Equal(["Ana", "Bob"], news.Value.Present.Select(p => p.Name));
    }

    [Fact]
    public async Task EditsSinceAsync_HalfAMinuteAfterTheLastSign_NamesNobody()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        store.Store.Time.Advance(DraftDesk.PresentFor + TimeSpan.FromSeconds(1));
        var seen = await store.Desk.SeenAsync(bob.Actor, store.GuideId, bob.Id, "questions", Cancellation);

        var news = await store.Desk.EditsSinceAsync(ana.Actor, store.GuideId, ana.Id, 0, Cancellation);

        Assert.Equal(DeskAnswer.Done, seen);
        var present = Assert.Single(news.Value!.Present);
        Assert.Equal(("Bob", "questions"), (present.Name, present.Section));
    }

    [Fact]
    public async Task ApplyAsync_OnceARightIsRevoked_WritesNothing()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());
        await using (var context = store.Store.CreateDbContext())
        {
            (await context.Accounts.SingleAsync(Cancellation)).SecurityStamp = "another";
            await context.SaveChangesAsync(Cancellation);
        }

        var result = await tab.ApplyAsync(1, new DraftChange(DraftEditKind.Set, Hook, "Et si c'était vous ?", "Venez."));

        Assert.Equal(DeskAnswer.NotAllowed, result.Answer);
        Assert.Equal("Et si c'était vous ?", $"{(await store.DocumentAsync())["content"]!["hook"]}");
    }

    [Theory]
    [InlineData(AccountRole.Author)]
    public async Task EveryMethod_OnSomebodyElsesGuide_IsRefused(AccountRole role)
    {
        using var store = await DraftStore.WithGuideAsync();
        var (owner, other) = (await store.PersonAsync(), await store.PersonAsync("Bob", role));
        await store.TabAsync(owner);
        await using (var context = store.Store.CreateDbContext())
        {
            context.Add(new GuideCare { GuideId = store.GuideId, OwnerId = owner.AccountId });
            await context.SaveChangesAsync(Cancellation);
        }

        var (desk, id, tab) = (store.Desk, store.GuideId, Guid.CreateVersion7());
        var step = new DraftStep(tab, 1, 0);
        DeskAnswer[] answers =
        [
            (await desk.OpenAsync(other, id, tab, Cancellation)).Answer,
            (await desk.ReadAsync(other, id, Cancellation)).Answer,
            (await desk.ApplyAsync(other, id, new DraftBatch(tab, 1, [new(DraftEditKind.Set, Hook, null, "x")], 0), Cancellation)).Answer,
            (await desk.UndoAsync(other, id, step, Cancellation)).Answer,
            (await desk.RedoAsync(other, id, step, Cancellation)).Answer,
            (await desk.EditsSinceAsync(other, id, tab, 0, Cancellation)).Answer,
            (await desk.ChooseAsync(other, id, new DraftChoice(1, ConflictChoice.Mine, ""), step, Cancellation)).Answer,
            await desk.SeenAsync(other, id, tab, null, Cancellation),
            await desk.DiscardAsync(other, id, (await store.DraftAsync()).Version, Cancellation),
        ];

        Assert.All(answers, a => Assert.Equal(DeskAnswer.NotAllowed, a));
    }

    [Fact]
    public async Task ApplyAsync_ToADraftThatWasPlanned_BringsItBackToWritingAndTellsTheHourThatWasLost()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());
        await using (var context = store.Store.CreateDbContext())
        {
            var draft = await context.Drafts.SingleAsync(Cancellation);
            (draft.State, draft.PublishAtUtc) = (DraftState.Scheduled, TestStore.Start.UtcDateTime);
            await context.SaveChangesAsync(Cancellation);
        }

        var receipt = await tab.SetAsync(Hook, "Et si c'était vous ?", "Venez.");

        Assert.Equal(DraftState.Writing, receipt.State);
        Assert.Null((await store.DraftAsync()).PublishAtUtc);
        await using var after = store.Store.CreateDbContext();
        Assert.Equal(new DraftFall(DraftState.Scheduled, TestStore.Start.UtcDateTime), receipt.Fall);
        var entry = await after.AuditEntries.SingleAsync(a => a.Action == "draft.unplan", Cancellation);
        Assert.Equal($"{TestStore.Start.UtcDateTime:yyyy-MM-dd HH:mm}Z", entry.Reason);
    }

    [Theory]
    [InlineData(DraftState.InReview)]
    [InlineData(DraftState.Approved)]
    public async Task ApplyAsync_ToADraftOnItsWay_TellsOthersThatItFell(DraftState state)
    {
        using var store = await DraftStore.WithGuideAsync();
        var (tab, other) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync()));
        await using (var context = store.Store.CreateDbContext())
        {
            var draft = await context.Drafts.SingleAsync(Cancellation);
            (draft.State, draft.SubmittedRevisionId) = (state, draft.BaseRevisionId);
            await context.SaveChangesAsync(Cancellation);
        }

        var before = await other.NewsAsync();
        var receipt = await tab.SetAsync(Hook, "Et si c'était vous ?", "Venez.");
        var after = await other.NewsAsync();

        Assert.Equal(new DraftFall(state, null), receipt.Fall);
        Assert.Equal((state, false), (before.State, before.HasFallen));
        Assert.Equal((DraftState.Writing, true), (after.State, after.HasFallen));
        await using var kept = store.Store.CreateDbContext();
        Assert.Equal(1, await kept.AuditEntries.CountAsync(a => a.Action == "draft.reopen", Cancellation));
    }

    [Fact]
    public async Task DiscardAsync_OfTheVersionShown_GoesBackToWhatIsPublished()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tab = await store.TabAsync(await store.PersonAsync());
        var stale = (await store.DraftAsync()).Version;
        await tab.SetAsync(Hook, "Et si c'était vous ?", "Venez.");

        var refused = await store.Desk.DiscardAsync(tab.Actor, store.GuideId, stale, Cancellation);
        var done = await store.Desk.DiscardAsync(tab.Actor, store.GuideId, (await store.DraftAsync()).Version, Cancellation);

        Assert.Equal((DeskAnswer.Stale, DeskAnswer.Done), (refused, done));
        Assert.Equal("Et si c'était vous ?", $"{(await store.DocumentAsync())["content"]!["hook"]}");
        Assert.True((await store.Desk.EditsSinceAsync(tab.Actor, store.GuideId, tab.Id, tab.Seen, Cancellation)).Value!.IsBehind);
    }

    [Fact]
    public async Task ApplyAsync_OfManyTabsAtOnceOnTwoNodes_TakesEveryEdit()
    {
        using var store = await DraftStore.WithGuideAsync();
        var tabs = new List<DraftStore.Tab>();
        for (var n = 0; n < 6; n++)
        {
            tabs.Add(await store.TabAsync(await store.PersonAsync($"P{n}"), n % 2 == 0 ? store.Desk : store.OtherNode));
        }

        await Task.WhenAll(
            tabs.Select(tab =>
                Task.Run(
                    async () =>
                    {
                        for (var n = 0; n < 5; n++)
                        {
                            await tab.SendAsync(new DraftChange(DraftEditKind.Insert, "content.pros", null, $"{tab.Id} {n}"));
                        }
                    },
                    Cancellation
                )
            )
        );

        Assert.Equal(31, (await store.DocumentAsync())["content"]!["pros"]!.AsArray().Count);
        Assert.Equal(30, (await store.DraftAsync()).Sequence);
    }

    [Fact]
    public async Task ApplyAsync_OfMoreEditsThanAreKept_CutsTheLogAndTellsWhoIsBehind()
    {
        using var store = await DraftStore.WithGuideAsync();
        var (ana, bob) = (await store.TabAsync(await store.PersonAsync()), await store.TabAsync(await store.PersonAsync("Bob")));
        var before = "Et si c'était vous ?";
        for (var n = 0; n < 6; n++)
        {
            var changes = Enumerable
                .Range(0, 100)
                .Select(at => new DraftChange(DraftEditKind.Set, Hook, at == 0 ? before : $"{n}.{at - 1}", $"{n}.{at}"));
            await ana.SendAsync([.. changes]);
            before = $"{n}.99";
        }

        var news = await store.Desk.EditsSinceAsync(bob.Actor, store.GuideId, bob.Id, bob.Seen, Cancellation);

        Assert.True(news.Value!.IsBehind);
        await using var context = store.Store.CreateDbContext();
        Assert.Equal(500, await context.DraftEdits.CountAsync(Cancellation));
    }
}
