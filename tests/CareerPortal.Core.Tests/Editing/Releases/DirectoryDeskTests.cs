using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing.Releases;

public sealed class DirectoryDeskTests : IAsyncLifetime
{
    private const DirectoryKind Centre = DirectoryKind.Centre;

    private readonly Newsroom _room = new();
    private Actor _author = null!;
    private Actor _reviewer = null!;
    private Actor _boss = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _room.Store.ImportAsync(Sample.Set(Sample.CompleteGuide("relieur")), Cancellation);
        _author = await _room.PersonAsync(AccountRole.Author);
        _reviewer = await _room.PersonAsync(AccountRole.Reviewer);
        _boss = await _room.PersonAsync(AccountRole.Administrator);
    }

    public ValueTask DisposeAsync()
    {
        _room.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ChangeAsync_ByAReviewer_IsKeptWithWhatWasBefore()
    {
        var (document, state) = await ReadAsync(Sample.Centre);
        document["name"] = "Autre nom";

        var answer = await _room.Directories.ChangeAsync(
            _reviewer,
            Centre,
            Sample.Centre,
            state,
            $"{document.ToJsonString()}",
            "Nouveau nom",
            Cancellation
        );

        var entry = (await _room.Directories.FindAsync(_reviewer, Centre, Sample.Centre, Cancellation)).Value!;
        Assert.Equal(DeskAnswer.Done, answer.Answer);
        Assert.Equal([(2, "Reviewer", "Nouveau nom"), (1, null, null)], entry.History.Select(h => (h.Number, h.By, h.Note)));
        Assert.Contains("Centre d'essai", entry.History[1].Document, StringComparison.Ordinal);
        Assert.Equal(["name"], await FieldsAsync("directory.change"));
    }

    [Fact]
    public async Task ChangeAsync_OfAStateThatIsNoLongerThere_ShowsWhatIsThereAndWritesNothing()
    {
        var (document, state) = await ReadAsync(Sample.Centre);
        document["name"] = "Le premier";
        await _room.Directories.ChangeAsync(_reviewer, Centre, Sample.Centre, state, document.ToJsonString(), null, Cancellation);
        document["name"] = "Le second";

        var second = await _room.Directories.ChangeAsync(_boss, Centre, Sample.Centre, state, document.ToJsonString(), null, Cancellation);
        var onTop = await _room.Directories.ChangeAsync(
            _boss,
            Centre,
            Sample.Centre,
            second.Value!.State!,
            document.ToJsonString(),
            null,
            Cancellation
        );

        Assert.Equal((DeskAnswer.Stale, DeskAnswer.Done), (second.Answer, onTop.Answer));
        Assert.Contains("Le premier", second.Value.Current, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeAsync_Twice_HasOneEffect()
    {
        var (document, state) = await ReadAsync(Sample.Centre);
        document["name"] = "Autre nom";

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                    Task.Run(
                        () => _room.Directories.ChangeAsync(_reviewer, Centre, Sample.Centre, state, document.ToJsonString(), null, Cancellation),
                        Cancellation
                    )
                )
        );

        Assert.Single(answers, a => a.Answer == DeskAnswer.Done);
        Assert.Equal(2, await _room.CountAsync<DirectoryChange>(c => c.Code == Sample.Centre));
    }

    [Fact]
    public async Task ChangeAsync_ByAnAuthorOrARevokedReviewer_IsRefused()
    {
        var (document, state) = await ReadAsync(Sample.Centre);
        document["name"] = "Autre nom";
        await _room.RevokeAsync(_reviewer);

        var one = await _room.Directories.ChangeAsync(_author, Centre, Sample.Centre, state, document.ToJsonString(), null, Cancellation);
        var other = await _room.Directories.ChangeAsync(_reviewer, Centre, Sample.Centre, state, document.ToJsonString(), null, Cancellation);

        Assert.Equal((DeskAnswer.NotAllowed, DeskAnswer.NotAllowed), (one.Answer, other.Answer));
    }

    [Theory]
    [InlineData("website", "\"chez nous\"", FaultKind.NotAWebAddress)]
    [InlineData("latitude", "\"cinquante\"", FaultKind.Unreadable)]
    [InlineData("latitude", "999", FaultKind.OutsideBelgium)]
    [InlineData("postcode", "\"ABCDE\"", FaultKind.NotAPostcode)]
    [InlineData("name", "\"<b>x</b>\"", FaultKind.Markup)]
    public async Task ChangeAsync_WithAFault_SaysSo(string field, string value, FaultKind fault)
    {
        var (document, state) = await ReadAsync(Sample.Centre);
        document[field] = JsonNode.Parse(value);

        var result = await _room.Directories.ChangeAsync(_reviewer, Centre, Sample.Centre, state, document.ToJsonString(), null, Cancellation);

        Assert.Equal(DeskAnswer.HasFaults, result.Answer);
        Assert.Equal(fault, Assert.Single(result.Value!.Faults).Kind);
    }

    [Fact]
    public async Task AddAsync_ByAnAuthor_TakesCentresAndSourcesAlone()
    {
        var centre = await _room.Directories.AddAsync(_author, Centre, await AsAsync(Centre, Sample.Centre, "code", "autre"), null, Cancellation);
        var zone = await _room.Directories.AddAsync(
            _author,
            DirectoryKind.Zone,
            await AsAsync(DirectoryKind.Zone, Sample.Zone, "code", "autre"),
            null,
            Cancellation
        );

        Assert.Equal((DeskAnswer.Done, DeskAnswer.NotAllowed), (centre.Answer, zone.Answer));
    }

    [Fact]
    public async Task DeleteAsync_WhileSomethingNamesIt_IsRefusedWithWhere()
    {
        var entry = (await _room.Directories.FindAsync(_boss, Centre, Sample.Centre, Cancellation)).Value!;

        var answer = await _room.Directories.DeleteAsync(_boss, Centre, Sample.Centre, entry.State!, "Fermé", Cancellation);

        Assert.Equal(DeskAnswer.NotNow, answer.Answer);
        Assert.Equal([DirectoryUseKind.Guide], entry.Uses.Select(u => u.Kind));
    }

    [Fact]
    public async Task FindAsync_NamedByAHiddenGuide_IsToldToThoseAloneWhoMayKnowOfIt()
    {
        await using (var context = _room.Store.CreateDbContext())
        {
            var guide = await context.Guides.SingleAsync(Cancellation);
            var revision = await context.Revisions.SingleAsync(Cancellation);
            context.Add(
                new Draft
                {
                    Guide = guide,
                    Document = DraftForm.Name(JsonNode.Parse(revision.Document))!.ToJsonString(),
                    ChangedUtc = _room.Now,
                }
            );
            context.Add(new GuideCare { GuideId = guide.Id, OwnerId = _boss.AccountId });
            await context.SaveChangesAsync(Cancellation);
            await context.Guides.ExecuteUpdateAsync(s => s.SetProperty(g => g.PublishedRevisionId, (int?)null), Cancellation);
        }

        var hidden = (await _room.Directories.FindAsync(_author, Centre, Sample.Centre, Cancellation)).Value!;
        var told = (await _room.Directories.FindAsync(_reviewer, Centre, Sample.Centre, Cancellation)).Value!;

        Assert.Empty(hidden.Uses);
        Assert.Equal([DirectoryUseKind.Draft], told.Uses.Select(u => u.Kind));
    }

    [Fact]
    public async Task DeleteAsync_OfWhatNothingNames_ComesBackByRestoring()
    {
        await _room.Directories.AddAsync(_boss, Centre, await AsAsync(Centre, Sample.Centre, "code", "autre"), null, Cancellation);
        var (_, state) = await ReadAsync("autre");

        var deleted = await _room.Directories.DeleteAsync(_boss, Centre, "autre", state, "Fermé", Cancellation);
        var again = await _room.Directories.DeleteAsync(_boss, Centre, "autre", state, "Fermé", Cancellation);
        var restored = await _room.Directories.RestoreAsync(_reviewer, Centre, "autre", null, 1, Cancellation);

        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore, DeskAnswer.Done), (deleted.Answer, again.Answer, restored.Answer));
        Assert.Equal(1, await _room.CountAsync<TrainingCentre>(c => c.Code == "autre"));
    }

    [Fact]
    public async Task MergeAsync_CentreThatAGuideNames_GoesOnLeadingThere()
    {
        await _room.Directories.AddAsync(_boss, Centre, await AsAsync(Centre, Sample.Centre, "code", "autre"), null, Cancellation);
        var guide = await DraftAsync();
        var (_, state) = await ReadAsync(Sample.Centre);

        var answer = await _room.Directories.MergeAsync(_boss, Centre, Sample.Centre, "autre", state, Cancellation);
        var again = await _room.Directories.MergeAsync(_boss, Centre, Sample.Centre, "autre", state, Cancellation);

        var library = _room.Store.Library();
        var read = await library.FindAsync("fr", "relieur", Cancellation);
        await using var context = _room.Store.CreateDbContext();
        var draft = await context.Set<Draft>().SingleAsync(d => d.GuideId == guide, Cancellation);
        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore), (answer.Answer, again.Answer));
        Assert.Equal("autre", Assert.Single(read!.Content.Programmes).Centre);
        Assert.True(read.Centres.ContainsKey("autre"));
        Assert.Single(await library.GuidesNamingCentreAsync("fr", "autre", Cancellation));
        Assert.DoesNotContain(Sample.Centre, draft.Document, StringComparison.Ordinal);
        Assert.Equal(2, await context.Set<DraftEdit>().CountAsync(e => e.DraftId == draft.Id, Cancellation));
        Assert.Equal(
            "autre",
            await new PlaceDirectory(_room.Store, new CareerPortal.Data.ContentMark(_room.Store, _room.Store.Time)).FindReplacedAsync(
                Centre,
                Sample.Centre,
                Cancellation
            )
        );
    }

    [Fact]
    public async Task MergeAsync_SourceThatEntriesCite_RewritesThemAndStillNumbersIt()
    {
        await _room.Directories.AddAsync(
            _boss,
            DirectoryKind.Source,
            await AsAsync(DirectoryKind.Source, Sample.Source, "code", "autre-source"),
            null,
            Cancellation
        );
        var state = (await _room.Directories.FindAsync(_boss, DirectoryKind.Source, Sample.Source, Cancellation)).Value!.State!;

        var answer = await _room.Directories.MergeAsync(_boss, DirectoryKind.Source, Sample.Source, "autre-source", state, Cancellation);

        var read = await _room.Store.Library().FindAsync("fr", "relieur", Cancellation);
        Assert.Equal(DeskAnswer.Done, answer.Answer);
        Assert.Equal(["autre-source"], read!.Sources.Select(s => s.Code));
        Assert.Equal(1, read.NumberOf(read.Content.Figures[0].Source));
        Assert.Equal(1, await _room.CountAsync<Wages.WageFloor>(w => w.Source == "autre-source"));
    }

    [Fact]
    public async Task ListAsync_WordsWithoutAccents_FindsThem()
    {
        var found = await _room.Directories.ListAsync(_author, DirectoryKind.Source, "ENQUETE essai", 1, Cancellation);

        Assert.Equal([Sample.Source], found.Value!.Items.Select(l => l.Code));
    }

    [Fact]
    public async Task FindAsync_EveryKind_ReadsItsEntries()
    {
        foreach (var kind in Enum.GetValues<DirectoryKind>())
        {
            var line = Assert.Single((await _room.Directories.ListAsync(_author, kind, null, 1, Cancellation)).Value!.Items);

            var entry = (await _room.Directories.FindAsync(_author, kind, line.Code, Cancellation)).Value;

            Assert.NotNull(entry?.Document);
        }
    }

    private async Task<(JsonObject Document, string State)> ReadAsync(string code)
    {
        var entry = (await _room.Directories.FindAsync(_boss, Centre, code, Cancellation)).Value!;
        return ((JsonObject)JsonNode.Parse(entry.Document!)!, entry.State!);
    }

    private async Task<string> AsAsync(DirectoryKind kind, string code, string field, string value)
    {
        var document = JsonNode.Parse((await _room.Directories.FindAsync(_boss, kind, code, Cancellation)).Value!.Document!)!;
        document[field] = value;
        return document.ToJsonString();
    }

    private async Task<int> DraftAsync()
    {
        await using var context = _room.Store.CreateDbContext();
        var guide = await context.Set<Guide>().Include(g => g.PublishedRevision).SingleAsync(Cancellation);
        context.Add(
            new Draft
            {
                Guide = guide,
                BaseRevisionId = guide.PublishedRevisionId,
                Document = DraftForm.Name(JsonNode.Parse(guide.PublishedRevision!.Document))!.ToJsonString(),
                ChangedUtc = _room.Now,
            }
        );
        await context.SaveChangesAsync(Cancellation);
        return guide.Id;
    }

    private async Task<IReadOnlyList<string>> FieldsAsync(string action)
    {
        await using var context = _room.Store.CreateDbContext();
        return (await context.Set<AuditEntry>().SingleAsync(a => a.Action == action, Cancellation)).Fields;
    }
}
