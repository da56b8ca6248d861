using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using DemoPeople = CareerPortal.Accounts.Demonstration;

namespace CareerPortal.Web.Workspace.Demonstration;

/// <summary>A draft in every state, made as people make them: through the desks, one step after the other.</summary>
internal sealed class DemonstrationDrafts(
    IDbContextFactory<PortalDbContext> contexts,
    SessionDesk sessions,
    DraftDesk drafts,
    EditorialDesk desk,
    CommentDesk comments,
    ReleaseDesk releases,
    IStringLocalizer<PortalTexts> texts,
    TimeProvider time
)
{
    /// <summary>Written on, in review, approved, scheduled, and in conflict.</summary>
    private const int Needed = 5;

    private const string Place = "content.summary";

    /// <summary>Makes them where the store has none yet.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        var guides = await GuidesAsync(cancellation);
        if (
            guides.Count < Needed
            || await SignInAsync(DemoPeople.Author, cancellation) is not { } author
            || await SignInAsync(DemoPeople.Reviewer, cancellation) is not { } reviewer
        )
        {
            return;
        }

        try
        {
            await WriteAsync(author, guides[0], "Demo.Writing", cancellation);
            await comments.StartAsync(reviewer, guides[0], Place, texts["Demo.Comment"], cancellation);

            await SubmitAsync(author, guides[1], "Demo.InReview", cancellation);

            if (await SubmitAsync(author, guides[2], "Demo.Approved", cancellation) is { } approved)
            {
                await desk.ApproveAsync(reviewer, guides[2], approved, cancellation);
                await ReleaseAsync(reviewer, guides[2], cancellation);
            }

            if (await SubmitAsync(author, guides[3], "Demo.Scheduled", cancellation) is { } scheduled)
            {
                await desk.ApproveAsync(reviewer, guides[3], scheduled, cancellation);
                var at = time.GetUtcNow().UtcDateTime.Date.AddDays(8).AddHours(7);
                await desk.ScheduleAsync(reviewer, guides[3], scheduled, at, texts["Demo.ChangeNote"], ChangeKind.Major, cancellation);
            }

            await DisagreeAsync(author, reviewer, guides[4], cancellation);
        }
        finally
        {
            await sessions.EndAsync(author, author.SessionId, CancellationToken.None);
            await sessions.EndAsync(reviewer, reviewer.SessionId, CancellationToken.None);
        }
    }

    /// <summary>Published French guides that nobody writes on; none where somebody of the demonstration has written before.</summary>
    private async Task<IReadOnlyList<int>> GuidesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Drafts.AnyAsync(d => d.ChangedById == DemoPeople.Author || d.ChangedById == DemoPeople.Reviewer, cancellation))
        {
            return [];
        }

        return await context
            .Guides.Where(g => g.Language == Languages.Default && g.PublishedRevisionId != null)
            .Where(g => !context.Set<Draft>().Any(d => d.GuideId == g.Id))
            .OrderBy(g => g.Slug)
            .Select(g => g.Id)
            .Take(Needed)
            .ToListAsync(cancellation);
    }

    private async Task<Actor?> SignInAsync(Guid account, CancellationToken cancellation)
    {
        if (await sessions.OpenAsync(account, null, cancellation) is not { } session)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var stamp = await context.Accounts.Where(a => a.Id == account).Select(a => a.SecurityStamp).SingleAsync(cancellation);
        return new Actor(account, session.Id, stamp!);
    }

    private async Task<OpenDraft?> WriteAsync(Actor actor, int guide, string text, CancellationToken cancellation)
    {
        var tab = Guid.CreateVersion7();
        if ((await drafts.OpenAsync(actor, guide, tab, cancellation)).Value is not { } open)
        {
            return null;
        }

        await SetAsync(actor, guide, tab, open, Before(open), texts[text], cancellation);
        return (await drafts.ReadAsync(actor, guide, cancellation)).Value;
    }

    private async Task<int?> SubmitAsync(Actor actor, int guide, string text, CancellationToken cancellation)
    {
        var written = await WriteAsync(actor, guide, text, cancellation);
        return written is null ? null : (await desk.SubmitAsync(actor, guide, written.Version, texts["Demo.Note"], cancellation)).Value?.RevisionId;
    }

    /// <summary>Two people write in one place, each without having seen what the other wrote.</summary>
    private async Task DisagreeAsync(Actor one, Actor other, int guide, CancellationToken cancellation)
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var open = (await drafts.OpenAsync(one, guide, first, cancellation)).Value;
        var too = (await drafts.OpenAsync(other, guide, second, cancellation)).Value;
        if (open is not null && too is not null)
        {
            var before = Before(open);
            await SetAsync(one, guide, first, open, before, texts["Demo.Mine"], cancellation);
            await SetAsync(other, guide, second, too, before, texts["Demo.Theirs"], cancellation);
        }
    }

    private async Task ReleaseAsync(Actor reviewer, int guide, CancellationToken cancellation)
    {
        var made = await releases.CreateAsync(reviewer, texts["Demo.Release"], cancellation);
        if (made.IsDone && (await releases.FindAsync(reviewer, made.Value, Languages.Default, cancellation)).Value is { } release)
        {
            await releases.AddGuideAsync(reviewer, release.Id, release.Version, guide, null, ChangeKind.Minor, cancellation);
        }
    }

    private Task<DeskResult<DraftReceipt>> SetAsync(
        Actor actor,
        int guide,
        Guid tab,
        OpenDraft open,
        JsonNode? before,
        string text,
        CancellationToken cancellation
    ) =>
        drafts.ApplyAsync(
            actor,
            guide,
            new DraftBatch(
                tab,
                open.TabSequence + 1,
                [new DraftChange(DraftEditKind.Set, Place, before?.DeepClone(), JsonValue.Create(text))],
                open.Sequence
            ),
            cancellation
        );

    private static JsonNode? Before(OpenDraft open) => open.Document["content"]?["summary"];
}
