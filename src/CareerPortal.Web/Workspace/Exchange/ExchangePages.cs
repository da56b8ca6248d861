using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using CareerPortal.Web.Workspace.Drafts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Workspace.Exchange;

/// <summary>The files that guides go out in.</summary>
internal static class ExchangePages
{
    private const string Json = "application/json; charset=utf-8";
    private const string Markdown = "text/markdown; charset=utf-8";

    public static void MapExchange(this WebApplication app)
    {
        var group = app.MapGroup("/espace").RequireAuthorization(WorkspacePolicies.Write).WithMetadata(new RendersAttribute());
        group.MapGet("/echange/guides.zip", AllAsync);
        group.MapGet(
            "/guides/{id:int}/export/guide.json",
            (int id, HttpContext context, GuideExchange exchange) => GuideAsync(id, context, exchange, false)
        );
        group.MapGet(
            "/guides/{id:int}/export/brouillon.json",
            (int id, HttpContext context, GuideExchange exchange) => GuideAsync(id, context, exchange, true)
        );
        group.MapGet(
            "/guides/{id:int}/export/guide.md",
            (int id, HttpContext context, GuideExchange exchange, IStringLocalizer<PortalTexts> texts) =>
                MarkdownAsync(id, context, exchange, texts, false)
        );
        group.MapGet(
            "/guides/{id:int}/export/brouillon.md",
            (int id, HttpContext context, GuideExchange exchange, IStringLocalizer<PortalTexts> texts) =>
                MarkdownAsync(id, context, exchange, texts, true)
        );
        group.MapGet("/guides/{id:int}/export/traduction.csv", SheetAsync);
    }

    private static async Task<IResult> AllAsync(HttpContext context, GuideExchange exchange) =>
        await AskAsync(context, (actor, cancellation) => exchange.AllAsync(actor, cancellation)) is { Value: { } archive }
            ? File(context, archive, "application/zip", "guides.zip")
            : Results.StatusCode(StatusCodes.Status403Forbidden);

    private static async Task<IResult> GuideAsync(int id, HttpContext context, GuideExchange exchange, bool isDraft)
    {
        var answer = await AskAsync(context, (actor, cancellation) => exchange.GuideAsync(actor, id, isDraft, cancellation));
        return answer switch
        {
            { Answer: DeskAnswer.Done, Value: { } file } => File(
                context,
                Encoding.UTF8.GetBytes(ExchangeFolder.TextOf(file)),
                Json,
                $"{file.Slug}.{file.Language}.json"
            ),
            { Answer: DeskAnswer.HasFaults } => Results.LocalRedirect(Site.Link($"/espace/guides/{id}/export?illisible=1")),
            _ => Refused(answer.Answer),
        };
    }

    private static async Task<IResult> MarkdownAsync(
        int id,
        HttpContext context,
        GuideExchange exchange,
        IStringLocalizer<PortalTexts> texts,
        bool isDraft
    )
    {
        var answer = await AskAsync(context, (actor, cancellation) => exchange.GuideAsync(actor, id, isDraft, cancellation));
        if (answer.Value is not { } file)
        {
            return Refused(answer.Answer);
        }

        var offer = await AskAsync(context, (actor, cancellation) => exchange.OfferAsync(actor, id, cancellation));
        var names = await exchange.NamesAsync(file.Content, context.RequestAborted);
        var text = GuideMarkdown.Write(offer.Value?.Name.Heading ?? file.Slug, file.ToDocument(), Show, texts.Of, texts.Of);
        return File(context, Encoding.UTF8.GetBytes(text), Markdown, $"{file.Slug}.{file.Language}.md");

        string Show(FormField field, JsonNode value)
        {
            var shown = GuideForm.Show(field, value, CultureInfo.CurrentCulture);
            return field.Reference is { } kind && names.TryGetValue((kind, shown), out var name) ? name
                : field.Choices is null ? shown
                : texts.OfChoice(field, shown);
        }
    }

    private static async Task<IResult> SheetAsync(int id, HttpContext context, GuideExchange exchange)
    {
        var answer = await AskAsync(context, (actor, cancellation) => exchange.SheetAsync(actor, id, cancellation));
        return answer.Value is { } sheet
            ? File(context, sheet, "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"traduction-{id}.csv"))
            : Refused(answer.Answer);
    }

    private static async Task<DeskResult<T>> AskAsync<T>(HttpContext context, Func<Actor, CancellationToken, Task<DeskResult<T>>> ask) =>
        ActorOf.In(context.User) is { } actor ? await ask(actor, context.RequestAborted) : new DeskResult<T>(DeskAnswer.NotAllowed);

    private static IResult Refused(DeskAnswer answer) =>
        Results.StatusCode(answer == DeskAnswer.NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);

    private static IResult File(HttpContext context, byte[] bytes, string type, string name)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(bytes, type, name);
    }
}
