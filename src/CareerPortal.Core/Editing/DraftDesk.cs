using CareerPortal.Accounts;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Where drafts are written: each call is one transaction, each change is brought together with what others wrote by field and item, and nothing
/// that somebody typed is lost: it stands in the draft, or in a conflict until somebody chooses.
/// </summary>
public sealed class DraftDesk(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>The draft, made from what is published where there is none, and the tab in it.</summary>
    public Task<DeskResult<OpenDraft>> OpenAsync(Actor actor, int guideId, Guid tabId, CancellationToken cancellation) => throw new NotSupportedException($"{contexts}{time}");

    /// <summary>The draft as it stands, or what is published where there is none; nothing is written.</summary>
    public Task<DeskResult<OpenDraft>> ReadAsync(Actor actor, int guideId, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>
    /// Takes a tab's changes. Done; DoneBefore where all were stored already; Stale where a step before is missing (go on from
    /// <see cref="DraftReceipt.TabSequence"/>); Invalid with <see cref="DraftReceipt.Refusal"/>, and then nothing is taken.
    /// </summary>
    public Task<DeskResult<DraftReceipt>> ApplyAsync(Actor actor, int guideId, DraftBatch batch, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Takes back the tab's last edit; NotNow where there is none.</summary>
    public Task<DeskResult<DraftReceipt>> UndoAsync(Actor actor, int guideId, DraftStep step, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Does again what the tab last took back; NotNow where there is nothing.</summary>
    public Task<DeskResult<DraftReceipt>> RedoAsync(Actor actor, int guideId, DraftStep step, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>What others did since a sequence, the open conflicts, and who is there.</summary>
    public Task<DeskResult<DraftNews>> EditsSinceAsync(Actor actor, int guideId, Guid tabId, long seen, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Ends a conflict; Stale where either text has changed since it was shown, or somebody has chosen otherwise.</summary>
    public Task<DeskResult<DraftReceipt>> ChooseAsync(Actor actor, int guideId, DraftChoice choice, DraftStep step, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Tells that a tab is there, and in which section.</summary>
    public Task<DeskAnswer> SeenAsync(Actor actor, int guideId, Guid tabId, string? section, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Gives the draft up for what is published; Stale where it has another version than the one shown.</summary>
    public Task<DeskAnswer> DiscardAsync(Actor actor, int guideId, Guid version, CancellationToken cancellation) => throw new NotSupportedException();
}
