using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Offers;
using CareerPortal.Offers.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>
/// A site whose workspace has somebody of each kind, and a guide that readers do not have: its owner's own, with a draft, a revision, a thread, a
/// link and a conflict.
/// </summary>
public sealed class WorkspaceSite : IAsyncLifetime
{
    public PortalFactory Portal { get; } = new();

    internal Colleague Owner { get; private set; } = default!;

    /// <summary>An author who has nothing to do with the guide.</summary>
    internal Colleague Stranger { get; private set; } = default!;

    internal Colleague Reviewer { get; private set; } = default!;

    internal Colleague Administrator { get; private set; } = default!;

    /// <summary>Somebody with every right whose session was ended.</summary>
    internal Actor Gone { get; private set; } = default!;

    /// <summary>A look at the store from beside the site.</summary>
    internal StoreWatch Store { get; private set; } = default!;

    /// <summary>The guide that is not published.</summary>
    public int HiddenGuide { get; private set; }

    /// <summary>A guide that readers have.</summary>
    public int PublicGuide { get; private set; }

    public int Release { get; private set; }

    /// <summary>An offer that somebody reported.</summary>
    public long Offer { get; private set; }

    /// <summary>An offer that an employer proposed, on the board and given back.</summary>
    public int Entry { get; private set; }

    /// <summary>The code of a source.</summary>
    public string Source { get; private set; } = "";

    /// <summary>What an action on the hidden guide is called with, by the names of its parameters.</summary>
    public IReadOnlyDictionary<string, object> Known { get; private set; } = new Dictionary<string, object>();

    public async ValueTask InitializeAsync()
    {
        Owner = await Colleague.JoinAsync(Portal, AccountRole.Author, "Ariane Propriétaire");
        Stranger = await Colleague.JoinAsync(Portal, AccountRole.Author, "Sacha Autre");
        Reviewer = await Colleague.JoinAsync(Portal, AccountRole.Reviewer, "Rachel Relit");
        Administrator = await Colleague.JoinAsync(Portal, AccountRole.Administrator, "Adama Gère");
        Gone = await GoneAsync();
        await FillAsync();
        Store = new StoreWatch(Portal.DataFolder);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var colleague in new[] { Owner, Stranger, Reviewer, Administrator })
        {
            colleague.Dispose();
        }

        Store.Dispose();
        await Portal.DisposeAsync();
    }

    private async Task<Actor> GoneAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var somebody = await Colleague.JoinAsync(Portal, AccountRole.Administrator);
        await using var context = await Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellation);
        await context
            .AccountSessions.Where(s => s.Id == somebody.Actor.SessionId)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedUtc, DateTime.UtcNow), cancellation);
        return somebody.Actor;
    }

    private async Task FillAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var context = await Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellation);
        var published = await context.Guides.Include(g => g.PublishedRevision).Include(g => g.Mentions).OrderBy(g => g.Id).ToListAsync(cancellation);
        PublicGuide = published[0].Id;

        context.Add(
            new Draft
            {
                Guide = published[0],
                BaseRevisionId = published[0].PublishedRevisionId,
                Document = DraftForm.Name(JsonNode.Parse(GuideDocuments.Write(published[0].PublishedRevision!.Read())))!.ToJsonString(),
                ChangedUtc = DateTime.UtcNow,
            }
        );

        // The last of the first content becomes the owner's own, and is no longer shown.
        var guide = published[^1];
        var document = guide.PublishedRevision!.Read();
        guide.Withdraw();
        var revision = Revision.Of(
            guide,
            1000,
            document,
            new RevisionSignature("", Owner.AccountId, RevisionOccasion.Submitted, "Relire"),
            DateTime.UtcNow
        );
        context.Add(revision);
        await context.SaveChangesAsync(cancellation);
        HiddenGuide = guide.Id;
        var draft = new Draft
        {
            Guide = guide,
            Document = DraftForm.Name(JsonNode.Parse(GuideDocuments.Write(document)))!.ToJsonString(),
            ChangedUtc = DateTime.UtcNow,
            ChangedById = Owner.AccountId,
            SubmittedById = Owner.AccountId,
            SubmittedRevisionId = revision.Id,
            SubmittedUtc = DateTime.UtcNow,
            State = DraftState.InReview,
        };
        context.Add(draft);
        context.Add(new GuideCare { GuideId = guide.Id, OwnerId = Owner.AccountId });
        var thread = new CommentThread
        {
            GuideId = guide.Id,
            Path = "content.summary",
            CreatedUtc = DateTime.UtcNow,
        };
        thread.Comments.Add(
            new Comment
            {
                AccountId = Owner.AccountId,
                Text = "À vérifier.",
                AtUtc = DateTime.UtcNow,
            }
        );
        context.Add(thread);
        var link = new ShareLink
        {
            GuideId = guide.Id,
            TokenHash = TicketToken.New().Hash(),
            CreatedById = Owner.AccountId,
            CreatedUtc = DateTime.UtcNow,
            ExpiresUtc = DateTime.UtcNow.AddDays(1),
        };
        context.Add(link);
        await context.SaveChangesAsync(cancellation);
        var conflict = new DraftConflict
        {
            DraftId = draft.Id,
            Path = "content.summary",
            MineById = Owner.AccountId,
            CreatedUtc = DateTime.UtcNow,
        };
        context.Add(conflict);
        await context.SaveChangesAsync(cancellation);
        var release = new Release
        {
            Name = "Parution",
            CreatedById = Reviewer.AccountId,
            CreatedUtc = DateTime.UtcNow,
        };
        context.Add(release);
        await context.SaveChangesAsync(cancellation);
        var offer = new JobOffer
        {
            Source = "source",
            ExternalId = "1",
            Facts = new OfferFacts
            {
                Title = "Boulanger",
                Employer = "Four",
                Reference = "12",
                Board = "Tableau",
                ContractLabel = "Contrat",
                RegimeLabel = "Horaire",
                ExperienceLabel = "Peu",
                Studies = [new LabelledCode(null, "Études")],
                Places =
                [
                    new OfferPlace
                    {
                        Label = "NAMUR",
                        Postcode = "5000",
                        Municipality = "Namur",
                        Province = "Namur",
                    },
                ],
                JobLabel = "Boulanger",
                JobCode = "D110201-1",
                Text = "Du pain.",
                Url = "https://www.example.com/1",
                Published = DateOnly.FromDateTime(DateTime.UtcNow),
            },
            Hash = "",
            Reference = "12",
            FirstSeenUtc = DateTime.UtcNow,
            LastSeenUtc = DateTime.UtcNow,
            Published = DateOnly.FromDateTime(DateTime.UtcNow),
            Sequence = 1,
        };
        var synonym = new OfferSynonym
        {
            Said = "petites mains",
            Occupations = ["D1102"],
            Found = 1,
            ById = Reviewer.AccountId,
            AtUtc = DateTime.UtcNow,
        };
        context.AddRange(
            new OfferSource
            {
                Key = "source",
                Kind = OfferSourceKind.File,
                Name = "Source",
                Licence = "x",
                Attribution = "x",
                Url = "https://www.example.com",
            },
            new OfferCounter { Last = 1 },
            new OfferRun
            {
                Source = "source",
                StartedUtc = DateTime.UtcNow,
                Kind = OfferRunKind.File,
                Note = "Note",
            },
            new OfferLabel
            {
                Source = "source",
                Field = "typecontrat",
                Label = "Inconnu",
                LastSeenUtc = DateTime.UtcNow,
            },
            new OfferLease { Name = "x", UntilUtc = DateTime.UtcNow },
            new OfferCorrection
            {
                Title = "Boulanger",
                OccupationCode = "D1102",
                ById = Reviewer.AccountId,
                AtUtc = DateTime.UtcNow,
            },
            synonym,
            offer
        );
        await context.SaveChangesAsync(cancellation);
        var report = new OfferReport
        {
            OfferId = offer.Id,
            Reason = OfferReportReason.Expired,
            Words = "Mots",
            SentUtc = DateTime.UtcNow,
        };
        context.Add(report);
        await context.SaveChangesAsync(cancellation);
        Offer = offer.Id;
        var form = new OfferForm
        {
            Title = "Boulanger·ère (H/F/X)",
            Employer = "Boulangerie du Coin",
            Missions = "Pétrir et cuire.",
        };
        var entry = OfferEntry.Proposed(Guid.NewGuid(), form, "Anne", "anne@example.org", "fr", DateTime.UtcNow);
        entry.Publish(Reviewer.AccountId, offer.Id, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30), DateTime.UtcNow);
        entry.Revise(form with { Missions = "Pétrir, façonner et cuire." }, null, DateTime.UtcNow);
        entry.Return(Reviewer.AccountId, "Précisez l'horaire.", DateTime.UtcNow);
        context.Add(entry);
        await context.SaveChangesAsync(cancellation);
        Entry = entry.Id;
        (Release, Source) = (release.Id, await context.Sources.OrderBy(s => s.Code).Select(s => s.Code).FirstAsync(cancellation));
        Known = new Dictionary<string, object>
        {
            ["guideId"] = guide.Id,
            ["offerId"] = offer.Id,
            ["entryId"] = entry.Id,
            ["reportId"] = report.Id,
            ["synonymId"] = synonym.Id,
            ["occupationId"] = guide.OccupationId,
            ["revisionId"] = revision.Id,
            ["conflictId"] = conflict.Id,
            ["threadId"] = thread.Id,
            ["linkId"] = link.Id,
            ["shareLinkId"] = link.Id,
            ["version"] = draft.Version,
            ["draftVersion"] = draft.Version,
            ["id"] = release.Id,
            ["path"] = "content.summary",
            ["section"] = "missions",
            ["language"] = Languages.Default,
        };
    }
}
