using CareerPortal.Accounts;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

public sealed partial class EditorialDesk
{
    /// <summary>Passes over warnings of a draft, each with a reason; that holds for the texts as they are.</summary>
    public Task<DeskResult<int>> PassAsync(Actor actor, int guideId, IReadOnlyList<WarningPass> passes, CancellationToken cancellation) =>
        RunAsync<int>(
            actor,
            guideId,
            GuideAction.Submit,
            async (context, token) =>
            {
                if (await DraftAsync(context, guideId, token) is not { } draft)
                {
                    return new(DeskAnswer.NotNow);
                }

                var content = DraftContent.Of(draft);
                var held = await context.PassedWarnings.Where(p => p.GuideId == guideId).ToListAsync(token);
                var passed = 0;
                foreach (var pass in passes)
                {
                    if (
                        FaultSeverities.Of(pass.Kind) != FaultSeverity.Warning
                        || TypedText.Clean(pass.Reason, AuditEntry.ReasonMaxLength) is not { } reason
                    )
                    {
                        return new(DeskAnswer.Invalid);
                    }

                    var (path, hash) = WarningPlace(content, pass.Path);
                    var rule = pass.Kind.ToString();
                    if (held.Exists(p => p.Rule == rule && p.Path == path && p.ContentHash == hash))
                    {
                        continue;
                    }

                    var warning = new PassedWarning
                    {
                        GuideId = guideId,
                        Path = path,
                        Rule = rule,
                        ContentHash = hash,
                        Reason = reason,
                        AccountId = actor.AccountId,
                        AtUtc = Now,
                    };
                    context.Add(warning);
                    held.Add(warning);
                    Record(context, actor, "guide.warning.pass", guideId, [path], reason);
                    passed++;
                }

                return new(passed > 0 ? DeskAnswer.Done : DeskAnswer.DoneBefore, passed);
            },
            cancellation
        );

    /// <summary>Where a warning is remembered: at the names of the draft, with the text as it is.</summary>
    private static (string Path, string Hash) WarningPlace(DraftContent content, string counted)
    {
        var path = DocumentPath.Named(content.Named, counted) ?? counted;
        return (path.Length > DraftEdit.PathMaxLength ? "" : path, CommentDesk.HashOf(DocumentPath.Find(content.Named, path)));
    }
}
