using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerPortal.Catalogue;
using CareerPortal.French;
using CareerPortal.Offers.Board;
using CareerPortal.Web.Offers.Shortlist;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Offers;

/// <summary>
/// What the script of the board's two boxes asks while somebody types: occupations, words of titles and employers; or places. Each leads to the list
/// that it stands for, the other filters kept, and says how many offers are there.
/// </summary>
internal static class OfferHintList
{
    public const string Path = "/offres/suggestions";

    /// <summary>Which of the boxes is asked for.</summary>
    public const string FieldKey = "champ";

    private const int MostOccupations = 12;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapOfferHints(this WebApplication app) =>
        app.MapGet(Path, AnswerAsync).WithMetadata(new MeteredAttribute(Metered.Suggestions)).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        OfferBoard board,
        OccupationSearch occupations,
        StoreOutage outage,
        IStringLocalizer<PortalTexts> texts,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        ReaderCookies.KeepFromCaches(context);
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        IReadOnlyList<OfferHint>? hints = null;
        await outage.TryAsync("suggestions of the board", async () => hints = await FindAsync());
        if (hints is null)
        {
            StoreOutage.Hold(context.Response);
            return Results.Json(new SearchHintList("", []), Json, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var said = hints.Count switch
        {
            0 => "",
            1 => texts["SearchBox.One"].Value,
            var many => texts["SearchBox.Many", many].Value,
        };
        return Results.Json(new SearchHintList(Site.Say(said), [.. hints.Select(h => Of(h, texts))]), Json, "application/json; charset=utf-8");

        async Task<IReadOnlyList<OfferHint>?> FindAsync()
        {
            if (await board.CurrentAsync(cancellation) is not { } state)
            {
                return null;
            }

            var (query, today) = (OfferQueryOf.Request(context.Request), BelgianDay.Today(time));
            var veil = ReaderChoices.Of(context).Choices.Veil;
            if (context.Request.Query[FieldKey] == OfferAddress.PlaceKey)
            {
                return state.PlaceHints(query, query.Place, today, veil);
            }

            var found = query.Text is { } typed ? await occupations.SuggestAsync(Site.Language, typed, MostOccupations, cancellation) : [];
            var named = found
                .Select(f =>
                    (Site.Set(Sentence.Capitalise(f.Item.Name.Inclusive), f.Item.Name.Language), Code: f.Item.Entry?.Code ?? f.Item.Guide?.RomeCode)
                )
                .Where(o => o.Code is not null)
                .Select(o => (o.Item1, o.Code!));
            return state.Hints(query, query.Text, named, today, veil);
        }
    }

    private static SearchHint Of(OfferHint hint, IStringLocalizer T) =>
        new(
            hint.Kind == OfferHintKind.Municipality ? Site.Town(hint.Name) : hint.Name,
            Site.Link(OfferAddress.Path) + OfferAddress.Of(hint.Query),
            Hint: Site.Say(T[$"OfferHint.{hint.Kind}", hint.Count == 1 ? T["Offers.CountOne"].Value : T["Offers.CountMany", hint.Count].Value])
        );
}
