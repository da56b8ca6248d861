using System.Globalization;
using System.Text;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>What readers said of guides, for those who work on them.</summary>
public sealed class VoteLedger(IDbContextFactory<PortalDbContext> contexts, VoteBox votes)
{
    public const int PageSize = 50;

    /// <summary>Votes in one sheet: the newest.</summary>
    private const int MostInSheet = 50_000;

    public async Task<DeskResult<VoteListing>> ListAsync(Actor actor, int? guideId, int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        if (
            guideId is { } one
            && await GuideAccess.AskAsync(context, actor, one, GuideAction.See, cancellation) is var answer and not DeskAnswer.Done
        )
        {
            return new(answer);
        }

        var counts = (await votes.CountsAsync(cancellation)).Where(c => guideId is null || c.GuideId == guideId).ToList();
        var pages = Math.Max(1, (counts.Sum(c => c.Useful + c.NotUseful) + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        var (list, _) = await votes.ListAsync(guideId, shown, PageSize, cancellation);
        return new(
            DeskAnswer.Done,
            new VoteListing(
                list,
                await NamesAsync(context, [.. list.Select(v => v.GuideId).Distinct()], cancellation),
                counts.Sum(c => c.Useful),
                counts.Sum(c => c.NotUseful),
                shown,
                pages
            )
        );
    }

    /// <summary>All of it as a sheet, safe to open in a spreadsheet.</summary>
    public async Task<DeskResult<string>> SheetAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var (list, _) = await votes.ListAsync(null, 1, MostInSheet, cancellation);
        var guides = await context
            .Guides.Where(g => context.Set<GuideVote>().Any(v => v.GuideId == g.Id))
            .Select(g => new
            {
                g.Id,
                g.Occupation.Code,
                g.Language,
            })
            .ToDictionaryAsync(g => g.Id, cancellation);
        var text = new StringBuilder();
        TranslationSheet.AppendRow(text, ["on", "occupation", "language", "useful", "reason", "words"]);
        foreach (var vote in list)
        {
            var guide = guides.GetValueOrDefault(vote.GuideId);
            TranslationSheet.AppendRow(
                text,
                [
                    vote.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    guide?.Code ?? "",
                    guide?.Language ?? "",
                    vote.IsUseful ? "1" : "0",
                    vote.Reason?.ToString() ?? "",
                    vote.Words ?? "",
                ]
            );
        }

        return new(DeskAnswer.Done, text.ToString());
    }

    private static async Task<Dictionary<int, (OccupationName Name, string Language)>> NamesAsync(
        PortalDbContext context,
        List<int> ids,
        CancellationToken cancellation
    )
    {
        var guides = await context.Guides.AsNoTracking().Include(g => g.Occupation.Titles).Where(g => ids.Contains(g.Id)).ToListAsync(cancellation);
        return guides.ToDictionary(
            g => g.Id,
            g =>
            {
                var title = g.Occupation.Titles.FirstOrDefault(t => t.Language == g.Language) ?? g.Occupation.Titles.First();
                return (new OccupationName(title.Language, title.Masculine, title.Feminine), g.Language);
            }
        );
    }
}
