namespace CareerPortal.Web.Quiz;

/// <summary>What tells equals apart: of each the marks that not all of them have, those that fewest have first.</summary>
internal static class EqualsApart
{
    /// <summary>More would be a list of everything.</summary>
    private const int Most = 5;

    public static IReadOnlyList<IReadOnlyList<TextIn>> Of(IReadOnlyList<IReadOnlyList<TextIn>> marks)
    {
        var counts = marks.SelectMany(own => own.Distinct()).CountBy(m => m).ToDictionary();
        return
        [
            .. marks.Select(
                IReadOnlyList<TextIn> (own) => [.. own.Distinct().Where(m => counts[m] < marks.Count).OrderBy(m => counts[m]).Take(Most)]
            ),
        ];
    }
}
