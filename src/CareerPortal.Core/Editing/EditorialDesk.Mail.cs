using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;

namespace CareerPortal.Editing;

public sealed partial class EditorialDesk
{
    private Task TellReviewersAsync(PortalDbContext context, Draft draft, Actor actor, CancellationToken cancellation) =>
        DeskMail.TellAsync(
            context,
            words,
            context.Accounts.Where(a => (a.Role == AccountRole.Reviewer || a.Role == AccountRole.Administrator) && a.Id != actor.AccountId),
            DeskNews.Submitted,
            draft.Guide,
            Now,
            cancellation
        );

    private Task TellAsync(
        PortalDbContext context,
        Guid? reader,
        Actor actor,
        DeskNews news,
        Guide guide,
        CancellationToken cancellation
    ) =>
        reader is not { } id || id == actor.AccountId
            ? Task.CompletedTask
            : DeskMail.TellAsync(context, words, context.Accounts.Where(a => a.Id == id), news, guide, Now, cancellation);
}
