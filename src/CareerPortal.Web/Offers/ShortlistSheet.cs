using System.Text;
using CareerPortal.Catalogue;
using CareerPortal.Compatibility;
using CareerPortal.Offers;
using CareerPortal.Web.Offers.Shortlist;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Offers;

/// <summary>The shortlist of this browser as a table for a spreadsheet, after RFC 4180, headed in the reader's language.</summary>
internal static class ShortlistSheet
{
    private const string LineEnd = "\r\n";

    private static readonly string[] Columns =
    [
        "Title",
        "Employer",
        "Place",
        "Contract",
        "Regime",
        "Pay",
        "Published",
        "LastDay",
        "Link",
        "Source",
        "State",
    ];

    public static void MapShortlistSheet(this WebApplication app) =>
        app.MapGet(ShortlistPath.Sheet, AnswerAsync).WithMetadata(new RendersAttribute()).ExcludeFromDescription();

    /// <summary>The table: text from outside is never a formula.</summary>
    public static string Of(IEnumerable<ListedOffer> offers, OfferWords words, IStringLocalizer T, DateOnly today, Func<string, string> address)
    {
        var sheet = new StringBuilder(CsvLine.Of(Columns.Select(c => T[$"ShortlistColumn.{c}"].Value))).Append(LineEnd);
        foreach (var offer in offers)
        {
            var facts = offer.Facts;
            string[] cells =
            [
                facts.Title,
                facts.Employer ?? "",
                facts.Places.Count == 0 ? "" : words.PlacesOf(facts, OfferFacts.MostValues),
                words.ContractOf(facts),
                words.RegimeOf(facts),
                words.PayOf(facts) ?? "",
                Site.Iso(facts.Published),
                facts.Expires is { } last ? Site.Iso(last) : "",
                address(Site.Link(OfferPath.Of(offer.Id, facts.Title))),
                $"{offer.SourceName} – {OfferWords.TermsOf(offer)}",
                T[offer.IsOpenOn(today) ? "ShortlistState.Open" : "ShortlistState.Closed"],
            ];
            sheet.Append(CsvLine.Of(cells.Select(CsvLine.Guarded))).Append(LineEnd);
        }

        return sheet.ToString();
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        OfferShelf shelf,
        CatalogueShelf catalogue,
        PublicAddress address,
        IStringLocalizer<PortalTexts> texts,
        StoreOutage outage,
        TimeProvider time
    )
    {
        ReaderCookies.KeepFromCaches(context);
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        var kept = ReaderChoices.Of(context).Choices.Kept;
        string? sheet = null;
        var isRead = await outage.TryAsync(
            "a shortlist was not written",
            async () =>
            {
                var offers = await shelf.ListAsync([.. kept.Reverse()], context.RequestAborted);
                var words = new OfferWords(texts, await catalogue.CurrentAsync(context.RequestAborted));
                sheet = Of(offers, words, texts, BelgianDay.Today(time), address.Of);
            }
        );
        return isRead
            ? Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(sheet!)], "text/csv; charset=utf-8; header=present", "offres.csv")
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
