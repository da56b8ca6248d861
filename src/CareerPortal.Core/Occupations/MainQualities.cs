namespace CareerPortal.Occupations;

/// <summary>
/// The qualities that the work fails without: the most important ones, the first of those in the one order where there are many. The quiz over all
/// occupations asks about those of the occupations in the lead before it ends.
/// </summary>
public static class MainQualities
{
    /// <summary>How many an occupation has at most.</summary>
    public const int Most = 2;

    /// <summary>Takes qualities with their importance, the most important first.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<(string Quality, int Importance)> inOrder)
    {
        var all = inOrder.ToList();
        return [.. all.TakeWhile(r => r.Importance == all[0].Importance).Take(Most).Select(r => r.Quality)];
    }
}
