using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Finding;
using CareerPortal.French;
using CareerPortal.Guides;
using CareerPortal.Search;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Guides;

/// <summary>What the script of the search box asks while somebody types: occupations by how their names begin, then centres and services.</summary>
internal static class SearchHints
{
    public const string Path = "/metiers/suggestions";

    private const ContentRealm Shown = ContentRealm.Guides | ContentRealm.Directories | ContentRealm.Catalogue;
    private const int Most = 8;

    /// <summary>Where occupations fill the list, so many lines are left to centres and services.</summary>
    private const int KeptForPlaces = 2;
    private const int FewestLetters = 2;

    private static readonly string Build = typeof(SearchHints).Module.ModuleVersionId.ToString("N")[..8];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapSearchHints(this WebApplication app) =>
        app.MapGet(Path, AnswerAsync).WithMetadata(new MeteredAttribute(Metered.Suggestions)).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        string? q,
        OccupationSearch occupations,
        PlaceFinder places,
        ContentMark mark,
        StoreOutage outage,
        IStringLocalizer<PortalTexts> texts,
        CancellationToken cancellation
    )
    {
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers["X-Robots-Tag"] = "noindex";
        headers.CacheControl = "no-store";
        IResult? answer = null;
        var isMade = await outage.TryAsync(
            "suggestions",
            async () =>
            {
                // As an answer for programs: the mark is read first, so that what is newer than its tag is asked for once more.
                var content = (await mark.CurrentAsync(cancellation)).Of(Shown);
                var tag = new EntityTagHeaderValue($"\"{content:N}.{Build}.{Site.Language}\"", isWeak: true);
                if (SitePreview.Current is null)
                {
                    // Words that people type are kept by their own browser alone.
                    headers.CacheControl = "private, no-cache";
                    headers.ETag = tag.ToString();
                    if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
                    {
                        answer = Results.StatusCode(StatusCodes.Status304NotModified);
                        return;
                    }
                }

                answer = Results.Json(await FindAsync(TypedText.Clean(q, GuideQuery.TextMaxLength)), Json, "application/json; charset=utf-8");
            }
        );
        return isMade ? answer! : Results.Json(new SearchHintList("", []), Json, statusCode: StatusCodes.Status503ServiceUnavailable);

        async Task<SearchHintList> FindAsync(string? typed)
        {
            if (typed is null || typed.Length < FewestLetters)
            {
                return new SearchHintList("", []);
            }

            var near = await places.SuggestAsync(typed, cancellation);
            var found = await occupations.SuggestAsync(Site.Language, typed, Most - Math.Min(near.Count, KeptForPlaces), cancellation);
            List<SearchHint> items = [.. found.Select(f => Of(f, texts)), .. near.Take(Most - found.Count).Select(p => Of(p, texts))];
            var said = items.Count switch
            {
                0 => "",
                1 => texts["SearchBox.One"].Value,
                var many => texts["SearchBox.Many", many].Value,
            };
            return new SearchHintList(Site.Say(said), items);
        }
    }

    private static SearchHint Of(FoundOccupation found, IStringLocalizer<PortalTexts> texts)
    {
        var name = found.Item.Name;
        return new SearchHint(
            Site.Set(Sentence.Capitalise(name.Inclusive), name.Language),
            Site.Link($"/metiers/{found.Item.Slug}"),
            LanguageOf(name.Language),
            found.FoundAs is null ? null : Site.Say(texts["Guides.FoundAs"].Value),
            found.FoundAs is { } other ? Site.Set(other, found.FoundAsLanguage ?? name.Language) : null,
            LanguageOf(found.FoundAsLanguage)
        );
    }

    private static SearchHint Of(FoundPlace place, IStringLocalizer<PortalTexts> texts) =>
        new(Site.Words(place.Name), FoundPlaceWords.AddressOf(place), Site.LangOf(place.Name), FoundPlaceWords.About(texts, place));

    private static string? LanguageOf(string? language) => language == Site.Language ? null : language;
}
