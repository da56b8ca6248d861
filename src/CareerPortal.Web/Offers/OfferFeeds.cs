using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Offers;

/// <summary>
/// The newest offers that answer a question, as RSS 2.0 and as JSON Feed 1.1: the parameters are those of the list's address. An offer that is closed
/// is no longer in them.
/// </summary>
internal static class OfferFeeds
{
    public const string RssPath = "/offres/flux.xml";
    public const string JsonPath = "/offres/flux.json";

    private const int Most = 50;
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const string RssType = "application/rss+xml; charset=utf-8";
    private const string JsonType = "application/feed+json; charset=utf-8";

    private static readonly string Build = typeof(OfferFeeds).Module.ModuleVersionId.ToString("N")[..8];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapOfferFeeds(this WebApplication app)
    {
        var metered = new MeteredAttribute(Metered.Api);
        app.MapGet(RssPath, (HttpContext context, Feed feed) => feed.AnswerAsync(context, isJson: false))
            .WithMetadata(metered)
            .ExcludeFromDescription();
        app.MapGet(JsonPath, (HttpContext context, Feed feed) => feed.AnswerAsync(context, isJson: true))
            .WithMetadata(metered)
            .ExcludeFromDescription();
    }

    /// <summary>Where the feed of a question is.</summary>
    public static string AddressOf(string path, OfferQuery query) =>
        Site.Link(path) + OfferAddress.Of(query with { Page = 1, Sort = OfferSort.Relevance });

    /// <summary>Makes the feeds.</summary>
    internal sealed class Feed(
        OfferBoard board,
        OfferShelf shelf,
        CatalogueShelf catalogue,
        ContentMark mark,
        StoreOutage outage,
        PublicAddress address,
        IOptions<PortalOptions> portal,
        IStringLocalizer<PortalTexts> texts,
        TimeProvider time
    )
    {
        public async Task<IResult> AnswerAsync(HttpContext context, bool isJson)
        {
            var headers = context.Response.Headers;
            headers.Vary = HeaderNames.AcceptEncoding;
            headers.CacheControl = "public, no-cache";
            headers["X-Robots-Tag"] = "noindex";
            IResult? answer = null;
            var isMade = await outage.TryAsync("a feed of offers", async () => answer = await MakeAsync(context, isJson));
            return isMade ? answer! : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        private async Task<IResult> MakeAsync(HttpContext context, bool isJson)
        {
            var today = BelgianDay.Today(time);
            var content = (await mark.CurrentAsync(context.RequestAborted)).Of(ContentRealm.Offers | ContentRealm.Catalogue);
            var tag = new EntityTagHeaderValue($"\"{content:N}.{Build}.{Site.Language}{Site.Iso(today)}\"", isWeak: true);
            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
            {
                context.Response.Headers.ETag = tag.ToString();
                return Results.StatusCode(StatusCodes.Status304NotModified);
            }

            if (await board.CurrentAsync(context.RequestAborted) is not { IsBehind: false } state)
            {
                StoreOutage.Hold(context.Response);
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }

            context.Response.Headers.ETag = tag.ToString();
            var query = OfferQueryOf.Request(context.Request) with { Page = 1, PageSize = Most, Sort = OfferSort.Newest };
            var hits = state.Find(query, today);
            var items = await shelf.ListAsync([.. hits.Page.Select(h => h.Id)], context.RequestAborted);
            var words = new OfferWords(texts, await catalogue.CurrentAsync(context.RequestAborted));
            var title = Site.Say(query.Text is { } text ? texts["Offers.TitleFor", text] : texts["Offers.Title"]) + " – " + portal.Value.Name;
            var list = address.Of(Site.Link(OfferAddress.Path) + OfferAddress.Of(query with { Sort = OfferSort.Relevance, PageSize = 20 }));
            var self = address.Of(context.Request.Path + context.Request.QueryString.ToUriComponent());
            return isJson
                ? Results.Text(JsonOf(title, list, self, items, words), JsonType, Encoding.UTF8)
                : Results.Text(RssOf(title, list, self, items, words), RssType, Encoding.UTF8);
        }

        private string JsonOf(string title, string list, string self, IReadOnlyList<ListedOffer> items, OfferWords words) =>
            JsonSerializer.Serialize(
                new
                {
                    Version = "https://jsonfeed.org/version/1.1",
                    Title = title,
                    HomePageUrl = list,
                    FeedUrl = self,
                    Language = Site.Language,
                    Items = items.Select(o => new
                    {
                        Id = AddressOf(o),
                        Url = AddressOf(o),
                        ExternalUrl = o.Facts.Url,
                        Title = o.Facts.Title,
                        ContentText = About(o, words),
                        DatePublished = Moment(o).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
                    }),
                },
                Json
            );

        private string RssOf(string title, string list, string self, IReadOnlyList<ListedOffer> items, OfferWords words)
        {
            var text = new StringBuilder();
            using (var xml = XmlWriter.Create(new Utf8Text(text), new XmlWriterSettings { CheckCharacters = false }))
            {
                xml.WriteStartDocument();
                xml.WriteStartElement("rss");
                xml.WriteAttributeString("version", "2.0");
                xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
                xml.WriteStartElement("channel");
                xml.WriteElementString("title", title);
                xml.WriteElementString("link", list);
                xml.WriteElementString("description", Site.Say(texts["Offers.Description"]));
                xml.WriteElementString("language", Site.Language);
                xml.WriteStartElement("link", AtomNamespace);
                xml.WriteAttributeString("href", self);
                xml.WriteAttributeString("rel", "self");
                xml.WriteAttributeString("type", "application/rss+xml");
                xml.WriteEndElement();
                foreach (var offer in items)
                {
                    xml.WriteStartElement("item");
                    xml.WriteElementString("title", Clean(offer.Facts.Title));
                    xml.WriteElementString("link", AddressOf(offer));
                    xml.WriteElementString("guid", AddressOf(offer));
                    xml.WriteElementString("description", Clean(About(offer, words)));
                    xml.WriteElementString("pubDate", Moment(offer).ToString("r", CultureInfo.InvariantCulture));
                    xml.WriteEndElement();
                }
            }

            return text.ToString();
        }

        private string AddressOf(ListedOffer offer) => address.Of(Site.Link(OfferPath.Of(offer.Id, offer.Facts.Title)));

        /// <summary>What the card says, on a line; an example says first that it is one.</summary>
        private string About(ListedOffer offer, OfferWords words) =>
            string.Join(
                " · ",
                new[]
                {
                    offer.IsExample ? Site.Say(texts["Offers.Example"]) : "",
                    offer.Facts.Employer ?? Site.Say(texts["Offers.NoEmployer"]),
                    words.PlacesOf(offer.Facts),
                    words.ContractOf(offer.Facts),
                    words.RegimeOf(offer.Facts),
                    words.PayOf(offer.Facts) ?? "",
                    offer.Attribution,
                }.Where(p => p.Length > 0)
            );

        private static DateTimeOffset Moment(ListedOffer offer) => new(offer.Facts.Published.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

        /// <summary>Text without the characters that XML cannot hold.</summary>
        private static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
    }

    /// <summary>A document that says that it is in UTF-8, as it is sent.</summary>
    private sealed class Utf8Text(StringBuilder text) : StringWriter(text, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
