using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Guides;

/// <summary>
/// Writes beside the guides of a store that an older version filled what is now kept there of the published document: the words, the
/// places named, the hash.
/// </summary>
public sealed class PublishedFacts(IDbContextFactory<PortalDbContext> contexts)
{
    private const int Batch = 50;

    public async Task CompleteAsync(CancellationToken cancellation)
    {
        var (last, read) = (0, Batch);
        while (read == Batch)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var from = last;
            var guides = await context
                .Guides.Include(g => g.Mentions)
                .Include(g => g.PublishedRevision)
                .Where(g => g.Id > from && g.PublishedRevisionId != null && g.PublishedWords == null)
                .OrderBy(g => g.Id)
                .Take(Batch)
                .ToListAsync(cancellation);
            foreach (var guide in guides)
            {
                try
                {
                    await CompleteAsync(context, guide, cancellation);
                }
                catch (UnreadableRevisionException)
                {
                    // Nothing can be told of it; whoever opens the guide is told why.
                }
            }

            try
            {
                await context.SaveChangesAsync(cancellation);
            }
            catch (Exception e) when (e is DbUpdateConcurrencyException or DuplicateRowException)
            {
                // Another node started on the same store and was faster: what it wrote is the same.
            }

            (last, read) = (guides.Count > 0 ? guides[^1].Id : last, guides.Count);
        }
    }

    private static async Task CompleteAsync(PortalDbContext context, Guide guide, CancellationToken cancellation)
    {
        var revision = guide.PublishedRevision!;
        var document = revision.Read();
        guide.Tell(document);
        if (revision is { Hash: null, Format: GuideDocuments.Format })
        {
            // Not a change of what the revision says, so not one of those that are refused.
            var hash = GuideDocuments.HashOf(document);
            await context.Revisions.Where(r => r.Id == revision.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Hash, hash), cancellation);
        }
    }
}
