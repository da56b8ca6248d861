using CareerPortal.Data;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace CareerPortal.Web.Api;

/// <summary>The portal's public data for programs: read by anybody from anywhere, without a key and without a cookie.</summary>
internal static class OpenData
{
    /// <summary>Where all addresses for programs begin.</summary>
    public const string Root = "/api/v1";

    public const string CatalogueJson = Root + "/catalogue.json";
    public const string CatalogueCsv = Root + "/catalogue.csv";
    public const string Document = Root + "/openapi.json";

    private const string Anywhere = "open data";
    private const ContentRealm OfOffers = ContentRealm.Offers | ContentRealm.Catalogue;
    private const ContentRealm OfGuides = ContentRealm.Guides | ContentRealm.Directories | ContentRealm.Parameters;

    public static IServiceCollection AddOpenData(this IServiceCollection services)
    {
        services.AddOptions<ApiLimits>().BindConfiguration(ApiLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<CatalogueDownloads>()
            .AddCors(o => o.AddPolicy(Anywhere, LetAnybodyRead))
            .AddOpenApi(
                "v1",
                o =>
                {
                    o.ShouldInclude = d => d.RelativePath?.StartsWith(Root[1..], StringComparison.Ordinal) == true;
                    o.AddDocumentTransformer(ApiDocument.Introduce);
                    o.AddOperationTransformer(ApiDocument.Bound);
                }
            );
    }

    public static void MapOpenData(this WebApplication app)
    {
        var (of, sparing) = (new ApiDoors(app.Services), new MeteredAttribute(Metered.Api));

        // A search reads guides and catalogue together.
        var found = app.MapGroup(Root).RequireCors(Anywhere).WithMetadata(sparing).AddEndpointFilter(of.Door(OfGuides | ContentRealm.Catalogue));
        found
            .MapGet("/occupations", OccupationApi.ListAsync)
            .WithName("listOccupations")
            .WithSummary("Occupations of the catalogue, in the order of their codes; with q, what a search finds")
            .WithTags("occupations")
            .Produces<ApiList<OccupationBrief>>()
            .Refuses(StatusCodes.Status400BadRequest);
        found
            .MapGet("/guides", GuideApi.ListAsync)
            .WithName("listGuides")
            .WithSummary("Published guides, by name; with q, what a search finds")
            .WithTags("guides")
            .Produces<ApiList<GuideBrief>>()
            .Refuses(StatusCodes.Status400BadRequest);
        var catalogue = app.MapGroup(Root)
            .RequireCors(Anywhere)
            .WithTags("occupations")
            .WithMetadata(sparing)
            .AddEndpointFilter(of.Door(ContentRealm.Catalogue));
        catalogue
            .MapGet("/occupations/{code}", OccupationApi.FindAsync)
            .WithName("getOccupation")
            .WithSummary("All that the catalogue says of an occupation, each fact with its origin")
            .WithDescription("A code that was given up redirects (301) to the one that replaces it, or answers 410 where none does.")
            .Produces<OccupationDetail>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status410Gone);
        catalogue
            .MapGet("/catalogue/changes", CatalogueApi.ChangesAsync)
            .WithName("listChanges")
            .WithSummary("The whole catalogue, then what changed in it")
            .WithDescription(
                "Ask without since first. While hasMore is true, ask again with the cursor of the answer; then keep the last cursor and ask with it "
                    + "whenever you like: you get what came, changed or was given up. A row may come twice; taking it over twice does no harm. "
                    + "410 says that the cursor is of a state that is not known any more: begin again without since."
            )
            .Produces<CatalogueChanges>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status410Gone);

        var guides = app.MapGroup(Root).RequireCors(Anywhere).WithTags("guides").WithMetadata(sparing).AddEndpointFilter(of.Door(OfGuides));
        guides
            .MapGet("/guides/{slug}", GuideApi.FindAsync)
            .WithName("getGuide")
            .WithSummary("What a guide requires, cites and leads to; its text is read on its page")
            .WithDescription("An address that a guide has left redirects (301); a guide that was withdrawn answers 410 and says why.")
            .Produces<GuideDetail>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status410Gone);

        var offers = app.MapGroup(Root).RequireCors(Anywhere).WithTags("offers").WithMetadata(sparing).AddEndpointFilter(of.DailyDoor(OfOffers));
        offers
            .MapGet("/offers", OfferApi.ListAsync)
            .WithName("listOffers")
            .WithSummary("Open job offers, nearest to what is asked first, with the counts of each facet")
            .WithDescription(
                "It takes the parameters of the board's own addresses (/offres), each facet by its name there: province, contrat, regime, experience, "
                    + "etudes, domaine, secteur, teletravail, langue, permis, par, source; a facet may be given several times. There is no ceiling: "
                    + "every page can be asked for."
            )
            .Produces<OfferList>()
            .Refuses(StatusCodes.Status400BadRequest);
        offers
            .MapGet("/offers/{id}", OfferApi.FindAsync)
            .WithName("getOffer")
            .WithSummary("All that is known of an open offer; 410 once it is closed")
            .Produces<OfferFact>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status410Gone);
        offers
            .MapGet("/offers/changes", OfferApi.ChangesAsync)
            .WithName("listOfferChanges")
            .WithSummary("All open offers, then what changed, with what was closed")
            .WithDescription(
                "Ask without since first. While hasMore is true, ask again with the cursor of the answer; then keep the last cursor and ask with it "
                    + "whenever you like. An offer may come twice; taking it over twice does no harm. 410 says that the cursor is of a state that is not "
                    + "known any more: begin again without since."
            )
            .Produces<OfferChangeList>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status410Gone);

        var downloads = app.MapGroup(Root)
            .RequireCors(Anywhere)
            .WithTags("downloads")
            .WithMetadata(new MeteredAttribute(Metered.Download))
            .AddEndpointFilter(of.Door(ContentRealm.Catalogue));
        downloads
            .MapGet("/catalogue.json", CatalogueApi.JsonAsync)
            .WithName("downloadJson")
            .WithSummary("The whole catalogue as one document, with its sources and their licences")
            .Produces<CatalogueFile>()
            .Refuses(StatusCodes.Status400BadRequest);
        downloads
            .MapGet("/catalogue.csv", CatalogueApi.CsvAsync)
            .WithName("downloadCsv")
            .WithSummary("The whole catalogue as a table (RFC 4180): one fact a row, with origin, confidence, sources and licence")
            .WithDescription(
                "Where confidence is empty, the source itself states the fact; a number from 0 to 1 says how sure a derived one is. "
                    + "A cell that a spreadsheet would take for a formula begins with an apostrophe."
            )
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Refuses(StatusCodes.Status400BadRequest);

        app.MapOpenApi(Document).RequireCors(Anywhere).WithMetadata(sparing);
        app.MapGet("/api/{**rest}", (HttpContext context) => ApiRefusal.Of(context, StatusCodes.Status404NotFound, "Api.NoAddress"))
            .RequireCors(Anywhere)
            .WithMetadata(sparing)
            .AddEndpointFilter(of.Door(ContentRealm.None))
            .ExcludeFromDescription();
    }

    /// <summary>What is public may be read by any page; nobody's cookie comes along.</summary>
    private static void LetAnybodyRead(CorsPolicyBuilder policy) =>
        policy
            .AllowAnyOrigin()
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .WithHeaders("If-None-Match", "Accept-Language")
            .WithExposedHeaders("ETag", "Retry-After", "Content-Disposition", "Content-Language")
            .SetPreflightMaxAge(TimeSpan.FromDays(1));

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.ProducesProblem(status);
        }

        return route
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }
}
