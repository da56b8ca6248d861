namespace CareerPortal.Compatibility;

/// <summary>An answer as it was given: 1 to 5, or null where the question was skipped; and when it was first given.</summary>
public sealed record GivenAnswer(string ItemId, int? Value, DateTime AnsweredUtc)
{
    /// <summary>The answers of a quiz in the order in which they were asked.</summary>
    internal static List<GivenAnswer> InOrder(IEnumerable<QuizAnswer> stored) =>
        [
            .. stored
                .OrderBy(a => a.Position)
                .ThenBy(a => a.ItemId, StringComparer.Ordinal)
                .Select(a => new GivenAnswer(a.ItemId, a.Value, a.AnsweredUtc)),
        ];
}
