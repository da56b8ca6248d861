namespace CareerPortal.Quiz.Items;

/// <summary>Holland's six interests, as dimensions beside the qualities.</summary>
public static class InterestIds
{
    private const string Prefix = "interest-";

    /// <summary>Identifiers in Holland's order: realistic, investigative, artistic, social, enterprising, conventional.</summary>
    public static IReadOnlyList<string> All { get; } = ["interest-r", "interest-i", "interest-a", "interest-s", "interest-e", "interest-c"];

    /// <summary>Whether a dimension is one of them.</summary>
    public static bool Includes(string dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return dimension.StartsWith(Prefix, StringComparison.Ordinal) && All.Contains(dimension);
    }

    /// <summary>The identifier of a Holland letter (R, I, A, S, E or C), or null.</summary>
    public static string? FromLetter(string letter) =>
        "RIASEC".IndexOf(letter, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && letter.Length == 1 ? All[at] : null;
}
