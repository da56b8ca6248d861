using System.ComponentModel;
using CareerPortal.Catalogue;

namespace CareerPortal.Web.Api;

/// <summary>The catalogue as a whole, for programs that keep a copy of it.</summary>
internal static class CatalogueApi
{
    public static async Task<IResult> ChangesAsync(
        HttpContext context,
        CatalogueShelf shelf,
        CatalogueHistory history,
        [Description("The cursor of the last answer; without it the whole catalogue is told.")] string? since,
        [Description("How many on a page, at most 100.")] string? pageSize,
        [Description("The language of refusals: fr, nl, de or en. Facts stand by their codes.")] string? lang,
        CancellationToken cancellation
    )
    {
        _ = lang;
        var asked = ApiPage.Read(context, null, pageSize ?? "100", out var refusal);
        var cursor = CatalogueCursor.Read(since);
        if (refusal is not null || since is not null && cursor is null)
        {
            return refusal ?? ApiRefusal.Of(context, StatusCodes.Status400BadRequest, "Api.BadCursor");
        }

        if (await history.SinceAsync(cursor, asked.Size, cancellation) is not { } told)
        {
            return ApiRefusal.Of(context, StatusCodes.Status410Gone, "Api.CursorGone");
        }

        // What is listed here and not there yet came in between, and is told by the next answer.
        var view = await shelf.CurrentAsync(cancellation);
        return ApiAnswer.Of(
            new CatalogueChanges(
                told.Edition,
                told.IsSnapshot,
                told.Total,
                [.. told.Rows.Select(r => EventOf(r, view)).OfType<CatalogueEvent>()],
                told.HasMore,
                told.Cursor.Write()
            )
        );
    }

    public static async Task<IResult> JsonAsync(
        CatalogueDownloads downloads,
        [Description("The language of refusals: fr, nl, de or en. The document holds all of them.")] string? lang,
        CancellationToken cancellation
    )
    {
        _ = lang;
        return new ApiDownload(await downloads.JsonAsync(cancellation), "application/json; charset=utf-8", "catalogue.json");
    }

    public static async Task<IResult> CsvAsync(
        CatalogueDownloads downloads,
        [Description("The language of refusals: fr, nl, de or en. The table holds all of them.")] string? lang,
        CancellationToken cancellation
    )
    {
        _ = lang;
        return new ApiDownload(await downloads.CsvAsync(cancellation), "text/csv; charset=utf-8; header=present", "catalogue.csv");
    }

    private static CatalogueEvent? EventOf(CatalogueRow row, CatalogueView view) =>
        row.GoneUtc is { } gone ? new CatalogueEvent("gone", row.Code, null, row.ReplacedBy, DateOnly.FromDateTime(gone))
        : view.Find(row.Code) is { } listed ? new CatalogueEvent("listed", row.Code, CatalogueShapes.Record(listed), null, null)
        : null;
}
