using System.Text;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Translation;

public sealed class GuideExchangeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeAsync_FileAsItWentOut_ChangesNothing()
    {
        using var store = await TranslationStore.MakeAsync();
        var file = (await store.Files.GuideAsync(store.Actor, store.OriginalId, false, Cancellation)).Value!;

        var preview = Assert.Single((await store.Files.RehearseAsync(store.Actor, Files(file), null, Cancellation)).Value!);

        Assert.Equal(ImportState.Unchanged, preview.State);
        Assert.Equal(ExchangeFolder.TextOf(Sample.CompleteGuide()), ExchangeFolder.TextOf(file));
    }

    [Fact]
    public async Task TakeAsync_ChangedFile_IsTheDraftAndNotWhatReadersSee()
    {
        using var store = await TranslationStore.MakeAsync();
        var file = Sample.CompleteGuide();
        file = file with
        {
            Content = file.Content with
            {
                Hook = "Venez voir.",
                Pros = ["Du calme.", "De beaux papiers."],
                Cons = [],
                Salaries = [file.Content.Salaries[0] with { HighCents = 270_000 }],
            },
        };

        var rehearsed = Assert.Single((await store.Files.RehearseAsync(store.Actor, Files(file), null, Cancellation)).Value!);
        Assert.Empty(await Drafts(store));
        await store.Files.TakeAsync(store.Actor, Files(file), null, Guid.CreateVersion7(), Cancellation);

        Assert.Equal(4, rehearsed.Changes.Count);
        Assert.DoesNotContain(rehearsed.Changes, c => c.IsConflict);
        var draft = (await store.Files.GuideAsync(store.Actor, store.OriginalId, true, Cancellation)).Value!;
        Assert.Equal(ExchangeFolder.TextOf(file), ExchangeFolder.TextOf(draft));
        var published = (await store.Files.GuideAsync(store.Actor, store.OriginalId, false, Cancellation)).Value!;
        Assert.Equal(ExchangeFolder.TextOf(Sample.CompleteGuide()), ExchangeFolder.TextOf(published));
    }

    [Fact]
    public async Task TakeAsync_MoreItemsThanADraftHolds_IsRefusedWholeWithTheReasonInTheRehearsal()
    {
        using var store = await TranslationStore.MakeAsync();
        var file = WithPros(Sample.CompleteGuide(), 10_000);

        var rehearsed = Assert.Single((await store.Files.RehearseAsync(store.Actor, Files(file), null, Cancellation)).Value!);
        var taken = Assert.Single((await store.Files.TakeAsync(store.Actor, Files(file), null, Guid.CreateVersion7(), Cancellation)).Value!);

        Assert.All([rehearsed, taken], p => Assert.Equal((ImportState.TooLarge, false), (p.State, p.CanBeTaken)));
        Assert.Equal(new ImportFault(ImportFaultKind.Items, "content.pros", 10_000, 2_000), Assert.Single(rehearsed.Faults));
        Assert.Empty(await Drafts(store));
    }

    [Fact]
    public async Task TakeAsync_NewGuideWithMoreItemsThanADraftHolds_IsNotBegun()
    {
        using var store = await TranslationStore.MakeAsync();
        var file = WithPros(Sample.CompleteGuide(language: "nl") with { Slug = "boekbinder" }, 2_001);

        var taken = Assert.Single((await store.Files.TakeAsync(store.Actor, Files(file), null, Guid.CreateVersion7(), Cancellation)).Value!);

        Assert.Equal(ImportState.TooLarge, taken.State);
        Assert.Empty(await Drafts(store));
    }

    [Fact]
    public async Task TakeAsync_MoreChangesThanATabSendsAtOnce_IsTakenWhole()
    {
        using var store = await TranslationStore.MakeAsync();
        var file = WithPros(Sample.CompleteGuide(), 1_990);

        var taken = Assert.Single((await store.Files.TakeAsync(store.Actor, Files(file), null, Guid.CreateVersion7(), Cancellation)).Value!);

        Assert.True(taken.CanBeTaken);
        var draft = (await store.Files.GuideAsync(store.Actor, store.OriginalId, true, Cancellation)).Value!;
        Assert.Equal(file.Content.Pros, draft.Content.Pros);
    }

    [Fact]
    public async Task TakeAsync_ItemsBesideThoseOfTheDraft_AreRefusedWholeAndTheDraftStays()
    {
        using var store = await TranslationStore.MakeAsync();
        var published = Files(Sample.CompleteGuide());
        await store.Files.TakeAsync(store.Actor, Files(WithPros(Sample.CompleteGuide(), 1_500)), null, Guid.CreateVersion7(), Cancellation);
        var before = (await Drafts(store)).Single().Document;
        var other = published.Values.Single();
        other = other with
        {
            Content = other.Content with { Pros = [.. other.Content.Pros, .. Enumerable.Range(1, 600).Select(n => $"Autre {n}.")] },
        };

        var taken = Assert.Single((await store.Files.TakeAsync(store.Actor, Files(other), null, Guid.CreateVersion7(), Cancellation)).Value!);

        Assert.Equal(ImportState.TooLarge, taken.State);
        Assert.Equal("content.pros", Assert.Single(taken.Faults).Path);
        Assert.Equal(before, (await Drafts(store)).Single().Document);
    }

    [Fact]
    public async Task TakeAsync_SameFormTwiceAndSameFileAgain_BringsItInOnce()
    {
        using var store = await TranslationStore.MakeAsync();
        var file = Sample.CompleteGuide();
        file = file with { Content = file.Content with { Pros = ["Du calme.", "De beaux papiers."] } };
        var tab = Guid.CreateVersion7();

        await store.Files.TakeAsync(store.Actor, Files(file), null, tab, Cancellation);
        await store.Files.TakeAsync(store.Actor, Files(file), null, tab, Cancellation);
        await store.Files.TakeAsync(store.Actor, Files(file), null, Guid.CreateVersion7(), Cancellation);

        Assert.Equal(file.Content.Pros, (await store.Files.GuideAsync(store.Actor, store.OriginalId, true, Cancellation)).Value!.Content.Pros);
    }

    [Fact]
    public async Task TakeAsync_DraftChangedTheSameField_KeepsBoth()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.Drafts.OpenAsync(store.Actor, store.OriginalId, store.Actor.SessionId, Cancellation);
        await store.Drafts.ApplyAsync(
            store.Actor,
            store.OriginalId,
            new DraftBatch(
                store.Actor.SessionId,
                1,
                [
                    new DraftChange(DraftEditKind.Set, "content.hook", "Et si c'était vous ?", "Au brouillon."),
                    new DraftChange(DraftEditKind.Set, "content.tagline", "Pour que tout tienne.", "Autre ligne."),
                ],
                0
            ),
            Cancellation
        );
        var colleague = await store.PersonAsync("Bo", AccountRole.Reviewer);
        var file = Sample.CompleteGuide();
        file = file with { Content = file.Content with { Hook = "Dans le fichier." } };

        var rehearsed = Assert.Single((await store.Files.RehearseAsync(colleague, Files(file), null, Cancellation)).Value!);
        await store.Files.TakeAsync(colleague, Files(file), null, Guid.CreateVersion7(), Cancellation);

        var change = Assert.Single(rehearsed.Changes);
        Assert.True(change.IsConflict);
        Assert.Equal(("Au brouillon.", "Dans le fichier."), (change.Now, change.Then));
        var draft = (await store.Drafts.ReadAsync(store.Actor, store.OriginalId, Cancellation)).Value!;
        Assert.Equal("Dans le fichier.", Assert.Single(draft.Conflicts).Mine?.GetValue<string>());
        var content = DraftReading.Read(draft.Document).Document.Content;
        Assert.Equal(("Au brouillon.", "Autre ligne."), (content.Hook, content.Tagline));
    }

    [Fact]
    public async Task TakeAsync_LanguageThatHasNoGuide_BeginsOneThatReadersDoNotSee()
    {
        using var store = await TranslationStore.MakeAsync();
        var file = Sample.CompleteGuide(language: "nl") with { Slug = "boekbinder" };

        var taken = Assert.Single((await store.Files.TakeAsync(store.Actor, Files(file), null, Guid.CreateVersion7(), Cancellation)).Value!);

        Assert.Equal(ImportState.New, taken.State);
        await using var context = store.Store.CreateDbContext();
        var guide = await context.Guides.AsNoTracking().SingleAsync(g => g.Id == taken.GuideId, Cancellation);
        Assert.Null(guide.PublishedRevisionId);
        var draft = (await store.Files.GuideAsync(store.Actor, guide.Id, true, Cancellation)).Value!;
        Assert.Equal(ExchangeFolder.TextOf(file), ExchangeFolder.TextOf(draft));
    }

    [Fact]
    public async Task RehearseAsync_GuideOfAnotherOrOfNoOccupation_IsNotTaken()
    {
        using var store = await TranslationStore.MakeAsync();
        await using (var context = store.Store.CreateDbContext())
        {
            context.Add(new GuideCare { GuideId = store.OriginalId, OwnerId = store.Actor.AccountId });
            await context.SaveChangesAsync(Cancellation);
        }

        var author = await store.PersonAsync("Cy", AccountRole.Author);
        var files = Files(Sample.CompleteGuide(), Sample.BriefGuide("inconnu"));

        var previews = (await store.Files.TakeAsync(author, files, null, Guid.CreateVersion7(), Cancellation)).Value!;

        Assert.Equal([ImportState.NotAllowed, ImportState.UnknownOccupation], previews.Select(p => p.State));
        Assert.Empty(await Drafts(store));
    }

    [Fact]
    public async Task RehearseSheetAsync_SheetAsItWentOut_ChangesNothing()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        await store.TranslateAllAsync();
        var sheet = (await store.Files.SheetAsync(store.Actor, store.GuideId, Cancellation)).Value!;

        var preview = (await store.Files.RehearseSheetAsync(store.Actor, store.GuideId, "a.csv", TranslationSheet.Read(sheet), Cancellation)).Value!;

        Assert.Equal(ImportState.Unchanged, preview.State);
        Assert.Empty(preview.LostLines);
        Assert.StartsWith("\uFEFF\"path\"", Encoding.UTF8.GetString(sheet), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeSheetAsync_TranslatedSheet_IsInTheDraft()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        var rows = await RowsAsync(store);
        var translated = rows.Select(r => r with { Translation = $"NL {r.Original}".Replace("\n", "\r\n", StringComparison.Ordinal) }).ToList();

        await store.Files.TakeSheetAsync(store.Actor, store.GuideId, "a.csv", translated, Guid.CreateVersion7(), Cancellation);

        var view = await store.ReadAsync();
        Assert.Equal(view.Total, view.Count(TranslationFieldState.UpToDate));
        Assert.All(view.Sections.SelectMany(s => s.Fields), f => Assert.Equal($"NL {f.Original}", f.Translation));
    }

    [Fact]
    public async Task TakeSheetAsync_ColleagueTranslatedMeanwhile_KeepsBothWhereTheSheetChangedTheText()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        await store.TranslateAllAsync();
        var rows = (await RowsAsync(store)).Select(r => r.Path == "content.pros[0]" ? r with { Translation = "Uit het blad." } : r).ToList();
        var colleague = await store.PersonAsync("Bo", AccountRole.Reviewer);
        var view = await store.ReadAsync();
        await store.Desk.WriteAsync(
            colleague,
            store.GuideId,
            Guid.CreateVersion7(),
            view.OriginalRevisionId,
            [await TextAsync("content.pros[0]", "Van haar."), await TextAsync("content.cons[0]", "Ook van haar.")],
            Cancellation
        );

        await store.Files.TakeSheetAsync(store.Actor, store.GuideId, "a.csv", rows, Guid.CreateVersion7(), Cancellation);

        Assert.Equal(1, (await store.ReadAsync()).Conflicts);
        Assert.Equal("Van haar.", (await store.FieldAsync("content.pros[0]")).Translation);
        Assert.Equal("Ook van haar.", (await store.FieldAsync("content.cons[0]")).Translation);

        async Task<TranslatedText> TextAsync(string path, string text)
        {
            var field = await store.FieldAsync(path);
            return new TranslatedText(path, field.DraftPath!, field.Translation, text);
        }
    }

    [Fact]
    public async Task RehearseSheetAsync_OriginalChangedSince_TellsTheLinesThatHaveNoPlace()
    {
        using var store = await TranslationStore.MakeAsync();
        await store.StartAsync();
        var rows = (await RowsAsync(store)).Select(r => r with { Translation = "NL" }).ToList();
        await store.ChangeOriginalAsync(c => c with { Hook = "Autre invitation." });

        var preview = (await store.Files.RehearseSheetAsync(store.Actor, store.GuideId, "a.csv", rows, Cancellation)).Value!;

        Assert.Equal([rows.Single(r => r.Path == "content.hook").Line], preview.LostLines);
    }

    [Fact]
    public void Write_CompleteGuide_TellsAllOfItsTexts()
    {
        var document = Sample.CompleteGuide().ToDocument();

        var text = GuideMarkdown.Write("Relieur", document, (_, v) => v.ToString(), s => s.Id, f => f.Name);

        Assert.StartsWith("# Relieur\n", text, StringComparison.Ordinal);
        Assert.All(
            ["Et si c'était vous ?", "### Faire", "- Du calme.", "Combien gagne-t-on ?", "220000", "Une loupe aide."],
            t => Assert.Contains(t, text, StringComparison.Ordinal)
        );
    }

    private static GuideFile WithPros(GuideFile file, int count) =>
        file with
        {
            Content = file.Content with { Pros = [.. Enumerable.Range(1, count).Select(n => $"Un point n° {n}.")] },
        };

    private static async Task<IReadOnlyList<SheetRow>> RowsAsync(TranslationStore store) =>
        TranslationSheet.Read((await store.Files.SheetAsync(store.Actor, store.GuideId, Cancellation)).Value!);

    private static Dictionary<string, GuideFile> Files(params GuideFile[] files) => files.ToDictionary(f => $"{f.Slug}.{f.Language}.json");

    private static async Task<List<Draft>> Drafts(TranslationStore store)
    {
        await using var context = store.Store.CreateDbContext();
        return await context.Set<Draft>().AsNoTracking().ToListAsync(Cancellation);
    }
}
