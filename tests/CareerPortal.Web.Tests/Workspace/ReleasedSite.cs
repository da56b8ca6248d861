using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>What tests of what goes live do with a site's store.</summary>
internal static class ReleasedSite
{
    public const string Slug = "archiviste-numerique";

    /// <summary>A draft of a guide with another summary, submitted by one and approved by another, that goes live at an hour where one is given.</summary>
    public static async Task<int> ApproveAsync(
        IServiceProvider services,
        string summary,
        Actor author,
        Actor reviewer,
        DateTime? atUtc = null,
        string? note = null
    )
    {
        await using var context = services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        var guide = await context.Set<Guide>().Include(g => g.PublishedRevision).SingleAsync(g => g.Slug == Slug && g.Language == "fr");
        var document = guide.PublishedRevision!.Read();
        document = document with { Content = document.Content with { Summary = summary } };
        var signature = new RevisionSignature("", author.AccountId, RevisionOccasion.Submitted);
        var revision = Revision.Of(guide, guide.PublishedRevision.Number + 1, document, signature, DateTime.UtcNow);
        context.Add(revision);
        await context.SaveChangesAsync();
        context.Add(
            new Draft
            {
                Guide = guide,
                State = atUtc is null ? DraftState.Approved : DraftState.Scheduled,
                BaseRevisionId = guide.PublishedRevisionId,
                Document = DraftForm.Name(JsonNode.Parse(revision.Document))!.ToJsonString(),
                SubmittedRevisionId = revision.Id,
                SubmittedById = author.AccountId,
                SubmittedUtc = DateTime.UtcNow,
                ApprovedById = reviewer.AccountId,
                PublishAtUtc = atUtc,
                ChangeNote = note,
                ChangeKind = note is null ? ChangeKind.Minor : ChangeKind.Major,
                ChangedUtc = DateTime.UtcNow,
            }
        );
        await context.SaveChangesAsync();
        return guide.Id;
    }
}
