using CareerPortal.Catalogue;
using CareerPortal.Compatibility;
using CareerPortal.Guides;
using CareerPortal.Offers;
using CareerPortal.Web.Offers;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Fitting;

/// <summary>Brings an offer and the result of the browser that asks together. Nothing of it is kept, and nobody else is shown it.</summary>
internal sealed class OfferFitReader(OfferShelf shelf, CatalogueShelf catalogue, GuideLibrary library, QuizDesk desk, QuizEngines engines)
{
    /// <summary>How an offer fits; null where there is no such offer.</summary>
    public async Task<OfferFit?> ReadAsync(HttpContext context, long number, CancellationToken cancellation)
    {
        ReaderCookies.KeepFromCaches(context);
        if (await shelf.FindAsync(number, cancellation) is not { } offer)
        {
            return null;
        }

        var view = await catalogue.CurrentAsync(cancellation);
        var occupation = offer.OccupationCode is { } code ? view.HeirOf(code) : null;
        var guide = OfferFitPath.GuideOf(await library.CatalogueAsync(Site.Language, cancellation), occupation?.Code);
        var quiz = await FindQuizAsync(context, cancellation);
        var match =
            quiz is null || occupation is null
                ? null
                : await (await engines.OfAsync(quiz.BankVersion, cancellation)).Adviser.MatchAsync(quiz, occupation.Code, cancellation);
        return new OfferFit(offer, occupation, guide, quiz, match);
    }

    /// <summary>The quiz with a result that the browser knows; what has been deleted or has expired it forgets.</summary>
    private async Task<QuizProgress?> FindQuizAsync(HttpContext context, CancellationToken cancellation)
    {
        var held = context.Request.Cookies[ReaderCookies.Result];
        var quiz = ResumeCode.Parse(held) is { } code ? await desk.FindAsync(code, cancellation) : null;
        if (quiz is { IsFinished: true })
        {
            return quiz;
        }

        if (held is not null && !context.Response.HasStarted)
        {
            ReaderCookies.Erase(context, ReaderCookies.Result);
        }

        return null;
    }
}
