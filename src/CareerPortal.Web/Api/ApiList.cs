using System.Globalization;

namespace CareerPortal.Web.Api;

/// <summary>A page of a list, and how many there are on all pages.</summary>
internal sealed record ApiList<T>(int Total, IReadOnlyList<T> Items);

/// <summary>Which page of a list is asked for.</summary>
internal readonly record struct ApiPage(int Page, int Size)
{
    public const int MostItems = 100;
    public const int UsualItems = 25;

    /// <summary>Reads what was asked; where it cannot be, <paramref name="refusal"/> says why.</summary>
    public static ApiPage Read(HttpContext context, string? page, string? pageSize, out IResult? refusal)
    {
        var number = NumberOf(page, 1, int.MaxValue);
        var size = NumberOf(pageSize, UsualItems, MostItems);
        refusal =
            number is null ? ApiRefusal.Of(context, StatusCodes.Status400BadRequest, "Api.BadPage")
            : size is null ? ApiRefusal.Of(context, StatusCodes.Status400BadRequest, "Api.BadPageSize", MostItems)
            : null;
        return new ApiPage(number ?? 1, size ?? UsualItems);
    }

    public ApiList<TShown> Of<T, TShown>(IReadOnlyList<T> all, Func<T, TShown> show) =>
        new(all.Count, [.. all.Skip((int)Math.Min((Page - 1L) * Size, int.MaxValue)).Take(Size).Select(show)]);

    private static int? NumberOf(string? text, int usual, int most) =>
        text is null ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : null;
}
