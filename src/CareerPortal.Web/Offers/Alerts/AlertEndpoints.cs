using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerPortal.Offers.Alerts;
using CareerPortal.Offers.Board;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers.Alerts;

/// <summary>
/// What mail programs and people send without a form of ours: the end of an alert (RFC 8058), and the wish for all that is kept. The link is the key: it
/// cannot be guessed, no cookie speaks for anybody, so no token of a form is asked for.
/// </summary>
internal static class AlertEndpoints
{
    private const string OneClickKey = "List-Unsubscribe";
    private const string OneClick = "One-Click";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void MapOfferAlerts(this WebApplication app)
    {
        // The page at the same address is read; what is posted there ends the alert at once, whoever posts it.
        app.MapPost($"{AlertPath.Stop}/{{token}}", StopAsync)
            .WithOrder(-1)
            .DisableAntiforgery()
            .WithMetadata(new SecretAddressAttribute())
            .ExcludeFromDescription();
        app.MapGet($"{AlertPath.Data}/{{token}}", SendDataAsync).WithMetadata(new SecretAddressAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> StopAsync(
        HttpContext context,
        string token,
        AlertDesk desk,
        StoreOutage outage,
        CancellationToken cancellation
    )
    {
        Hide(context.Response);
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellation) : FormCollection.Empty;
        Guid? alert = null;
        var isDone = await outage.TryAsync(
            "an alert was not ended",
            async () =>
            {
                alert = await desk.OpenAsync(token, AlertLink.Stop, cancellation);
                if (alert is { } known)
                {
                    await desk.StopAsync(known, cancellation);
                }
            }
        );
        if (!isDone)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        // A mail program is answered, never sent on; a person gets the page that says so. What is no link of this site may hold anything, and leads nowhere.
        return (form[OneClickKey] == OneClick, alert) switch
        {
            (true, null) => Results.StatusCode(StatusCodes.Status404NotFound),
            (true, _) => Results.StatusCode(StatusCodes.Status200OK),
            (_, null) => Results.StatusCode(StatusCodes.Status410Gone),
            _ => Results.LocalRedirect(Site.Link($"{AlertPath.Stop}/{token}")),
        };
    }

    /// <summary>All that is kept of an alert, as a file.</summary>
    private static async Task<IResult> SendDataAsync(HttpContext context, string token, AlertDesk desk, CancellationToken cancellation)
    {
        Hide(context.Response);
        if (await desk.OpenAsync(token, AlertLink.Manage, cancellation) is not { } alert || await desk.FindAsync(alert, cancellation) is not { } card)
        {
            return Results.NotFound();
        }

        var data = new
        {
            card.Id,
            card.Email,
            card.Search,
            Address = OfferAddress.Path + card.Search,
            card.Language,
            card.Rhythm,
            card.AskedUtc,
            card.ConfirmedUtc,
            card.TouchedUtc,
            card.QuestionUtc,
            card.DueOn,
            card.FirstOffer,
            card.LastOffer,
            card.Notices,
            card.NoticeUtc,
            Mails = card.Digests.Select(d => new { d.Day, d.Offers }),
        };
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(data, Form), "application/json", "alerte.json");
    }

    /// <summary>What stands behind a key is kept nowhere.</summary>
    internal static void Hide(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
