using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>Begins the draft of a guide that has none.</summary>
internal static class DraftStart
{
    /// <summary>A draft of what readers have, not stored yet.</summary>
    public static async Task<Draft> OfAsync(PortalDbContext context, int guideId, Guid? accountId, DateTime nowUtc, CancellationToken cancellation)
    {
        var guide = await context.Guides.Include(g => g.PublishedRevision).SingleAsync(g => g.Id == guideId, cancellation);
        var document = guide.PublishedRevision?.Read() ?? Empty;
        return Draft.Of(guide, document, guide.PublishedRevisionId, nowUtc, accountId);
    }

    /// <summary>A guide that says nothing yet.</summary>
    public static GuideDocument Empty { get; } =
        new()
        {
            Kind = GuideKind.Complete,
            Register = French.Register.Vous,
            Content = new GuideContent { Summary = "" },
        };
}
