using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Translation;

public sealed class TranslationDeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_OriginalWithEverySection_HasItsDataAndNoText()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();

        var view = await store.ReadAsync();

        Assert.Equal(view.Total, view.Count(TranslationFieldState.Missing));
        Assert.DoesNotContain(view.Sections, s => s.NeedsAligning);
        Assert.All(view.Sections.SelectMany(s => s.Fields), f => Assert.NotNull(f.DraftPath));
        var draft = await store.Drafts.ReadAsync(store.Actor, store.GuideId, Cancellation);
        var content = DraftReading.Read(draft.Value!.Document).Document.Content;
        var original = Sample.CompleteGuide().Content;
        Assert.Equal(
            original.Salaries.Select(s => (s.LowCents, s.HighCents, s.Source)),
            content.Salaries.Select(s => (s.LowCents, s.HighCents, s.Source))
        );
        Assert.Equal(original.Qualities.Select(q => q.Quality), content.Qualities.Select(q => q.Quality));
        Assert.Equal(original.Day.Select(d => d.At), content.Day.Select(d => d.At));
    }

    [Fact]
    public async Task StartAsync_Twice_IsOneGuide()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();

        var again = await store.Desk.StartAsync(store.Actor, store.OriginalId, "nl", Cancellation);

        Assert.Equal((DeskAnswer.DoneBefore, store.GuideId), (again.Answer, again.Value));
        Assert.Equal(DeskAnswer.Invalid, (await store.Desk.StartAsync(store.Actor, store.OriginalId, "fr", Cancellation)).Answer);
    }

    [Fact]
    public async Task WriteAsync_Texts_AreInTheDraftAndUpToDate()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();

        await store.TranslateAllAsync();

        var view = await store.ReadAsync();
        Assert.Equal(view.Total, view.Count(TranslationFieldState.UpToDate));
        Assert.Equal("NL Du calme.", (await store.FieldAsync("content.pros[0]")).Translation);
    }

    [Fact]
    public async Task WriteAsync_SameFormTwice_WritesOnce()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        var field = await store.FieldAsync("content.pros[0]");
        var (view, tab) = (await store.ReadAsync(), Guid.CreateVersion7());
        var texts = new[] { new TranslatedText(field.Path, field.DraftPath!, "", "Rust.") };

        var first = await store.Desk.WriteAsync(store.Actor, store.GuideId, tab, view.OriginalRevisionId, texts, Cancellation);
        var second = await store.Desk.WriteAsync(store.Actor, store.GuideId, tab, view.OriginalRevisionId, texts, Cancellation);

        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore), (first.Answer, second.Answer));
        Assert.Equal(first.Value!.Sequence, (await store.ReadAsync()).Sequence);
    }

    [Fact]
    public async Task WriteAsync_ColleagueChangedTheSameText_KeepsBoth()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        var field = await store.FieldAsync("content.pros[0]");
        var view = await store.ReadAsync();
        var colleague = await store.PersonAsync("Bo", AccountRole.Reviewer);
        await WriteAsync(colleague, "Rust van haar.");

        await WriteAsync(store.Actor, "Rust van mij.");

        var after = await store.ReadAsync();
        Assert.Equal(1, after.Conflicts);
        Assert.Equal("Rust van haar.", (await store.FieldAsync("content.pros[0]")).Translation);
        var conflict = Assert.Single((await store.Drafts.ReadAsync(store.Actor, store.GuideId, Cancellation)).Value!.Conflicts);
        Assert.Equal("Rust van mij.", conflict.Mine?.GetValue<string>());

        Task WriteAsync(Actor actor, string text) =>
            store.Desk.WriteAsync(
                actor,
                store.GuideId,
                Guid.CreateVersion7(),
                view.OriginalRevisionId,
                [new TranslatedText(field.Path, field.DraftPath!, field.Translation, text)],
                Cancellation
            );
    }

    [Fact]
    public async Task WriteAsync_PublishedTranslationWithoutADraft_WritesIntoTheItemThatWasShown()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.Store.ImportAsync(
            Sample.Set(Sample.CompleteGuide(), Sample.CompleteGuide(language: "nl") with { Slug = "boekbinder" }),
            Cancellation
        );
        await using var context = store.Store.CreateDbContext();
        var guide = await context.Guides.Where(g => g.Language == "nl").Select(g => g.Id).SingleAsync(Cancellation);
        var view = (await store.Desk.ReadAsync(store.Actor, guide, Cancellation)).Value!;
        var field = view.Sections.SelectMany(s => s.Fields).Single(f => f.Path == "content.missions[0].text");
        var text = new TranslatedText(field.Path, field.DraftPath!, field.Translation, "Doen wat te doen is.");

        var answer = await store.Desk.WriteAsync(store.Actor, guide, Guid.CreateVersion7(), view.OriginalRevisionId, [text], Cancellation);

        Assert.Equal(DeskAnswer.Done, answer.Answer);
        var draft = await store.Drafts.ReadAsync(store.Actor, guide, Cancellation);
        Assert.Equal("Doen wat te doen is.", Assert.Single(DraftReading.Read(draft.Value!.Document).Document.Content.Missions).Text);
    }

    [Fact]
    public async Task ReadAsync_OriginalChanged_TellsWhichTextAndWhatItWas()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        await store.TranslateAllAsync();

        await store.ChangeOriginalAsync(c => c with { Pros = ["Beaucoup de calme."] });

        var field = await store.FieldAsync("content.pros[0]");
        Assert.Equal((TranslationFieldState.Older, "Du calme."), (field.State, field.Was));
        Assert.Equal(1, (await store.ReadAsync()).Count(TranslationFieldState.Older));
    }

    [Fact]
    public async Task MarkAsync_FieldThatWasLookedAt_IsUpToDateUntilTheOriginalChangesAgain()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        await store.TranslateAllAsync();
        await store.ChangeOriginalAsync(c => c with { Pros = ["Beaucoup de calme."], Cons = ["Moins de poussière."] });
        var view = await store.ReadAsync();

        var answer = await store.Desk.MarkAsync(store.Actor, store.GuideId, view.OriginalRevisionId, ["content.pros[0]"], Cancellation);

        Assert.Equal(DeskAnswer.Done, answer);
        Assert.Equal(TranslationFieldState.UpToDate, (await store.FieldAsync("content.pros[0]")).State);
        Assert.Equal(TranslationFieldState.Older, (await store.FieldAsync("content.cons[0]")).State);
        await store.ChangeOriginalAsync(c => c with { Pros = ["Du calme, enfin."] });
        Assert.Equal(TranslationFieldState.Older, (await store.FieldAsync("content.pros[0]")).State);
    }

    [Fact]
    public async Task AlignAsync_ItemsAddedMovedAndTakenAway_KeepsTheTextsOfThoseThatStay()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.ChangeOriginalAsync(c => c with { Missions = [new("Coudre", "Coudre les cahiers."), new("Coller", "Coller le dos.")] });
        await store.StartAsync();
        await store.TranslateAllAsync();
        await store.ChangeOriginalAsync(c =>
            c with
            {
                Missions = [new("Parler", "Parler avec les clients."), new("Coller", "Coller le dos."), new("Coudre", "Coudre les cahiers.")],
            }
        );
        var view = await store.ReadAsync();
        Assert.Equal(1, view.Sections.Single(s => s.Id == "missions").Added);

        var answer = await store.Desk.AlignAsync(
            store.Actor,
            store.GuideId,
            Guid.CreateVersion7(),
            view.OriginalRevisionId,
            "missions",
            Cancellation
        );

        Assert.Equal(DeskAnswer.Done, answer.Answer);
        var section = (await store.ReadAsync()).Sections.Single(s => s.Id == "missions");
        Assert.False(section.NeedsAligning);
        Assert.Equal(["", "", "NL Coller", "NL Coller le dos.", "NL Coudre", "NL Coudre les cahiers."], section.Fields.Select(f => f.Translation));
    }

    [Fact]
    public async Task AlignAsync_NumbersThatChanged_AreTaken()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        await store.ChangeOriginalAsync(c => c with { Salaries = [c.Salaries[0] with { HighCents = 300_000 }] });
        var view = await store.ReadAsync();
        Assert.Equal(1, view.Sections.Single(s => s.Id == "salaire").DataDiffers);

        await store.Desk.AlignAsync(store.Actor, store.GuideId, Guid.CreateVersion7(), view.OriginalRevisionId, "salaire", Cancellation);

        var draft = await store.Drafts.ReadAsync(store.Actor, store.GuideId, Cancellation);
        Assert.Equal(300_000, DraftReading.Read(draft.Value!.Document).Document.Content.Salaries[0].HighCents);
    }

    [Fact]
    public async Task ReadAsync_AuthorOfAnotherGuide_IsNotLetIn()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        var author = await store.PersonAsync("Cy", AccountRole.Author);
        var view = await store.ReadAsync();

        Assert.Equal(DeskAnswer.NotFound, (await store.Desk.ReadAsync(author, store.GuideId, Cancellation)).Answer);
        Assert.Equal(DeskAnswer.NotFound, await store.Desk.MarkAsync(author, store.GuideId, view.OriginalRevisionId, null, Cancellation));
        Assert.Equal(DeskAnswer.NotFound, (await store.Files.SheetAsync(author, store.GuideId, Cancellation)).Answer);
    }

    [Fact]
    public async Task MarkAsync_RightRevokedMeanwhile_IsRefused()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        var view = await store.ReadAsync();
        await using (var context = store.Store.CreateDbContext())
        {
            var account = await context.Set<Account>().SingleAsync(a => a.Id == store.Actor.AccountId, Cancellation);
            account.SecurityStamp = "autre";
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(DeskAnswer.NotAllowed, await store.Desk.MarkAsync(store.Actor, store.GuideId, view.OriginalRevisionId, null, Cancellation));
    }
}
