using CareerPortal.Data;
using CareerPortal.Guides;

namespace CareerPortal.Exchange;

/// <summary>
/// What an import asks about guides that people write here: their texts are never overwritten. Exchange knows nothing of drafts; whoever keeps
/// them answers.
/// </summary>
public interface IWrittenGuides
{
    /// <summary>
    /// The guides that people have written on, by their numbers, each with the hash of what was last imported; null where nothing was, or in another
    /// format.
    /// </summary>
    Task<IReadOnlyDictionary<int, string?>> FindAsync(PortalDbContext context, CancellationToken cancellation);

    /// <summary>Brings a revision that was just imported, and saved, into its guide's draft; nothing is published. Tells how many conflicts it left.</summary>
    Task<int> ArriveAsync(PortalDbContext context, Revision arrived, DateTime nowUtc, CancellationToken cancellation);
}
