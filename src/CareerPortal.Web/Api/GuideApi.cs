using System.ComponentModel;
using CareerPortal.Catalogue;
using CareerPortal.Guides;
using CareerPortal.Search;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Api;

/// <summary>The published guides, for programs.</summary>
internal static class GuideApi
{
    public static async Task<IResult> ListAsync(
        HttpContext context,
        GuideLibrary library,
        OccupationSearch search,
        PublicAddress address,
        [Description("Words as people type them into the site's search, of which 100 characters count: what they find comes nearest first.")]
            string? q,
        [Description("The page, from 1.")] string? page,
        [Description("How many on a page, at most 100.")] string? pageSize,
        [Description("The language of the guides: fr, nl, de or en. It goes before Accept-Language.")] string? lang,
        CancellationToken cancellation
    )
    {
        _ = lang;
        var asked = ApiPage.Read(context, page, pageSize, out var refusal);
        if (refusal is not null)
        {
            return refusal;
        }

        IReadOnlyList<GuideSummary> found = TypedText.Clean(q, GuideQuery.TextMaxLength) is { } words
            ? [.. (await search.RankAsync(Site.Language, words, cancellation)).Select(i => i.Guide).OfType<GuideSummary>()]
            : [.. (await library.CatalogueAsync(Site.Language, cancellation)).All];
        return ApiAnswer.Of(asked.Of(found, g => Brief(g, Site.Language, address)));
    }

    public static async Task<IResult> FindAsync(
        HttpContext context,
        GuideLibrary library,
        PublicAddress address,
        [Description("The name of the guide in the address of its page.")] string slug,
        [Description("The language of the guide: fr, nl, de or en. It goes before Accept-Language.")] string? lang,
        CancellationToken cancellation
    )
    {
        _ = lang;
        var language = Site.Language;
        if (await library.FindAsync(language, slug, cancellation) is { } guide)
        {
            return ApiAnswer.Of(Detail(guide, language, address));
        }

        if (await library.FindGoneAsync(language, slug, cancellation) is { } gone)
        {
            return gone.LeadsTo is { } other ? Moved(other, gone.Reason == WithdrawalReason.Merged) : ApiRefusal.Gone(context, gone.Note);
        }

        return await library.FindMovedAsync(language, slug, cancellation) is { } moved
            ? Moved(moved, isForGood: true)
            : ApiRefusal.Of(context, StatusCodes.Status404NotFound, "Api.NoGuide");

        IResult Moved(string to, bool isForGood) =>
            Results.Redirect(
                $"{context.Request.PathBase}{OpenData.Root}/guides/{Uri.EscapeDataString(to)}{context.Request.QueryString.ToUriComponent()}",
                isForGood
            );
    }

    private static GuideBrief Brief(GuideSummary guide, string language, PublicAddress address) =>
        new(
            guide.Slug,
            guide.OccupationCode,
            guide.Language,
            new TitlePair(guide.Name.Masculine, guide.Name.Feminine),
            ApiAnswer.Word(guide.Kind),
            ApiAnswer.Word(guide.Sector),
            ApiAnswer.Word(guide.Studies),
            [.. guide.Conditions.Select(ApiAnswer.Word)],
            guide.Qualities,
            guide.Summary,
            guide.PublishedOn,
            guide.UpdatedOn,
            Site.LinkIn(language, $"{OpenData.Root}/guides/{guide.Slug}"),
            address.Of(Site.LinkIn(guide.Language, $"/metiers/{guide.Slug}"))
        );

    private static GuideDetail Detail(PublishedGuide guide, string language, PublicAddress address) =>
        new(
            Brief(guide.Summary, language, address),
            guide.SlugsByLanguage.ToDictionary(s => s.Key, s => address.Of(Site.LinkIn(s.Key, $"/metiers/{s.Value}"))),
            guide.ReviewedOn,
            guide.ReviewDueOn,
            guide.Withdrawal is { } withdrawn ? new GuideNote(withdrawn.On, withdrawn.Note) : null,
            [.. guide.Changes.Select(c => new GuideNote(c.On, c.Note))],
            [.. guide.Requirements.Select(r => new LevelFact(r.QualityId, r.Importance, r.Level, ApiAnswer.Word(r.Origin)))],
            [.. guide.Neighbours.Values.Select(n => n.Slug).Order(StringComparer.Ordinal)],
            [
                .. guide.Sources.Select(s => new GuideSource(
                    s.Code,
                    ApiAnswer.Word(s.Kind),
                    s.Title,
                    s.Publisher,
                    s.Reference,
                    s.Url,
                    s.PublishedOn,
                    s.ConsultedOn,
                    s.ToVerify
                )),
            ]
        );
}
