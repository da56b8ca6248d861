using System.Globalization;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;

namespace CareerPortal.Web.Workspace.Drafts;

/// <summary>
/// What the editor's script asks while somebody types: answers are JSON, errors are one word of a closed list, and a signed-out script gets a
/// status instead of a page.
/// </summary>
internal static class DraftEndpoints
{
    public const string Prefix = "/espace/api/drafts";

    public static void MapDrafts(this WebApplication app)
    {
        var drafts = app.MapGroup($"{Prefix}/{{guideId:int}}")
            .RequireAuthorization(WorkspacePolicies.Write)
            .WithMetadata(new MeteredAttribute(Metered.Draft), new ReadsItsBody());

        drafts.MapPost(
            "/edits",
            (HttpContext context, int guideId, DraftDesk desk) =>
                TakeAsync<DraftWire.Edits>(
                    context,
                    async (actor, body) => Answer(await desk.ApplyAsync(actor, guideId, body.Read(Culture), context.RequestAborted))
                )
        );
        drafts.MapPost(
            "/undo",
            (HttpContext context, int guideId, DraftDesk desk) =>
                TakeAsync<DraftWire.Step>(
                    context,
                    async (actor, body) => Answer(await desk.UndoAsync(actor, guideId, body.Read(), context.RequestAborted))
                )
        );
        drafts.MapPost(
            "/redo",
            (HttpContext context, int guideId, DraftDesk desk) =>
                TakeAsync<DraftWire.Step>(
                    context,
                    async (actor, body) => Answer(await desk.RedoAsync(actor, guideId, body.Read(), context.RequestAborted))
                )
        );
        drafts.MapPost(
            "/choose",
            (HttpContext context, int guideId, DraftDesk desk) =>
                TakeAsync<DraftWire.Choice>(
                    context,
                    async (actor, body) => Answer(await desk.ChooseAsync(actor, guideId, body.Read(), body.ReadStep(), context.RequestAborted))
                )
        );
        drafts.MapPost(
            "/seen",
            (HttpContext context, int guideId, DraftDesk desk) =>
                TakeAsync<DraftWire.Sign>(
                    context,
                    async (actor, body) => Answer(await desk.SeenAsync(actor, guideId, body.TabId, body.Section, context.RequestAborted))
                )
        );
        drafts.MapPost(
            "/discard",
            (HttpContext context, int guideId, DraftDesk desk) =>
                TakeAsync<DraftWire.Discard>(
                    context,
                    async (actor, body) => Answer(await desk.DiscardAsync(actor, guideId, body.Version, context.RequestAborted))
                )
        );
        drafts.MapGet(
            "/news",
            async (HttpContext context, int guideId, string? tab, string? since, DraftDesk desk) =>
            {
                NeverKept(context);
                if (ActorOf.In(context.User) is not { } actor)
                {
                    return Error(StatusCodes.Status401Unauthorized, "signedOut");
                }

                if (!Guid.TryParse(tab, out var asking) || !long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var known))
                {
                    return Error(StatusCodes.Status400BadRequest, "malformed");
                }

                var result = await desk.EditsSinceAsync(actor, guideId, asking, known, context.RequestAborted);
                return result.Value is { } news ? Results.Json(DraftWire.Show(news, Culture), DraftWire.Options) : Answer(result.Answer);
            }
        );
    }

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    /// <summary>Takes what a script of somebody signed in sent, or says by a word why not.</summary>
    public static async Task<IResult> TakeAsync<T>(HttpContext context, Func<Actor, T, Task<IResult>> take, int mostBytes = DraftWire.MostBytes)
        where T : class
    {
        NeverKept(context);
        if (ActorOf.In(context.User) is not { } actor)
        {
            return Error(StatusCodes.Status401Unauthorized, "signedOut");
        }

        if (!context.Request.HasJsonContentType())
        {
            return Error(StatusCodes.Status415UnsupportedMediaType, "malformed");
        }

        if (!await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            return Error(StatusCodes.Status400BadRequest, "badToken");
        }

        try
        {
            return await DraftWire.ReadAsync<T>(context.Request, mostBytes, context.RequestAborted) is { } body
                ? await take(actor, body)
                : Error(StatusCodes.Status400BadRequest, "malformed");
        }
        catch (InvalidDataException)
        {
            return Error(StatusCodes.Status413PayloadTooLarge, "tooLarge");
        }
    }

    private static IResult Answer(DeskResult<DraftReceipt> result)
    {
        var receipt = result.Value is { } made ? DraftWire.Show(made, Culture) : null;
        if (result.IsDone && receipt is not null)
        {
            return Results.Json(receipt, DraftWire.Options);
        }

        var (status, word) = WordOf(result.Answer);
        if (receipt?.Refusal is { } refusal)
        {
            (status, word) = IsTooLarge(refusal.Kind) ? (StatusCodes.Status413PayloadTooLarge, "tooLarge") : (status, word);
            return Results.Json(new DraftWire.Error(word, refusal.Kind, refusal.Number), DraftWire.Options, statusCode: status);
        }

        return Results.Json(new DraftWire.Error(word, Receipt: receipt), DraftWire.Options, statusCode: status);
    }

    private static IResult Answer(DeskAnswer answer)
    {
        if (answer is DeskAnswer.Done or DeskAnswer.DoneBefore)
        {
            return Results.NoContent();
        }

        var (status, word) = WordOf(answer);
        return Error(status, word);
    }

    private static (int Status, string Word) WordOf(DeskAnswer answer) =>
        answer switch
        {
            DeskAnswer.NotAllowed => (StatusCodes.Status403Forbidden, "notAllowed"),
            DeskAnswer.NotFound => (StatusCodes.Status404NotFound, "notFound"),
            DeskAnswer.Stale => (StatusCodes.Status409Conflict, "stale"),
            DeskAnswer.InConflict => (StatusCodes.Status409Conflict, "inConflict"),
            DeskAnswer.NotNow => (StatusCodes.Status409Conflict, "notNow"),
            _ => (StatusCodes.Status400BadRequest, "invalid"),
        };

    private static bool IsTooLarge(DraftRefusalKind kind) => kind is not (DraftRefusalKind.UnknownPlace or DraftRefusalKind.WrongShape);

    public static IResult Error(int status, string word) => Results.Json(new DraftWire.Error(word), DraftWire.Options, statusCode: status);

    private static void NeverKept(HttpContext context) => context.Response.Headers.CacheControl = "no-store";
}
