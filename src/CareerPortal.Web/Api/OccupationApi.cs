using System.ComponentModel;
using CareerPortal.Catalogue;
using CareerPortal.Guides;
using CareerPortal.Search;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Api;

/// <summary>The occupations of the catalogue, for programs.</summary>
internal static class OccupationApi
{
    private const string HollandLetters = "RIASEC";

    public static async Task<IResult> ListAsync(
        HttpContext context,
        CatalogueShelf shelf,
        OccupationSearch search,
        [Description("Words as people type them into the site's search, of which 100 characters count: what they find comes nearest first.")]
            string? q,
        [Description("The field an occupation is listed in: a letter from A to N.")] string? field,
        [Description("Holland's letters that the occupation begins with: one or two of R, I, A, S, E, C.")] string? riasec,
        [Description("The code of an interest.")] string? interest,
        [Description("The letter that the masculine title begins with, without accents.")] string? letter,
        [Description("The page, from 1.")] string? page,
        [Description("How many on a page, at most 100.")] string? pageSize,
        [Description("The language of names: fr, nl, de or en. It goes before Accept-Language.")] string? lang,
        CancellationToken cancellation
    )
    {
        _ = lang;
        var asked = ApiPage.Read(context, page, pageSize, out var refusal);
        if (refusal is not null)
        {
            return refusal;
        }

        var view = await shelf.CurrentAsync(cancellation);
        (field, riasec, letter) = (field?.ToUpperInvariant(), riasec?.ToUpperInvariant(), letter?.ToUpperInvariant());
        var unknown =
            field is not null && view.FindTerm(TermKind.Field, field) is null ? nameof(field)
            : riasec is not (null or { Length: 1 or 2 }) || riasec?.All(l => HollandLetters.Contains(l, StringComparison.Ordinal)) == false
                ? nameof(riasec)
            : interest is not null && view.FindTerm(TermKind.Interest, interest) is null ? nameof(interest)
            : letter is not (null or [>= 'A' and <= 'Z']) ? nameof(letter)
            : null;
        if (unknown is not null)
        {
            return ApiRefusal.Of(context, StatusCodes.Status400BadRequest, "Api.BadFilter", unknown);
        }

        // A guide stands at the address of the occupation that the catalogue lists, where it lists it.
        var listed = TypedText.Clean(q, GuideQuery.TextMaxLength) is { } words
            ? (await search.RankAsync(Site.Language, words, cancellation)).Select(i => i.Entry ?? view.FindBySlug(i.Slug)).OfType<ListedEntry>()
            : view.Occupations;
        var found = listed
            .Where(o => field is null || CatalogueShapes.FieldOf(o) == field)
            .Where(o => riasec is null || o.Facts.Riasec.StartsWith(riasec, StringComparison.Ordinal))
            .Where(o => interest is null || o.Facts.Interests.Contains(interest, StringComparer.Ordinal))
            .Where(o => letter is null || LanguageWords.Fold(o.Facts.Masculine).StartsWith(letter, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return ApiAnswer.Of(asked.Of(found, o => CatalogueShapes.Brief(view, o, Site.Language)));
    }

    public static async Task<IResult> FindAsync(
        HttpContext context,
        CatalogueShelf shelf,
        CatalogueHistory history,
        [Description("The code of the occupation in ROME 4.0, such as A1101.")] string code,
        [Description("The language of names: fr, nl, de or en. It goes before Accept-Language.")] string? lang,
        CancellationToken cancellation
    )
    {
        _ = lang;
        var view = await shelf.CurrentAsync(cancellation);
        code = code.ToUpperInvariant();
        if (view.Find(code) is { } occupation)
        {
            return ApiAnswer.Of(CatalogueShapes.Detail(view, occupation, Site.Language));
        }

        if (view.HeirOf(code) is { } heir)
        {
            return Results.Redirect(
                $"{context.Request.PathBase}{OpenData.Root}/occupations/{heir.Code}{context.Request.QueryString.ToUriComponent()}",
                permanent: true
            );
        }

        return (await history.GivenUpAsync(cancellation)).Any(r => r.Code == code)
            ? ApiRefusal.Of(context, StatusCodes.Status410Gone, "Api.OccupationGone")
            : ApiRefusal.Of(context, StatusCodes.Status404NotFound, "Api.NoOccupation");
    }
}
