namespace CareerPortal.Compatibility;

/// <summary>An answer as it was given: 1 to 5, or null where the question was skipped; and when it was first given.</summary>
public sealed record GivenAnswer(string ItemId, int? Value, DateTime AnsweredUtc);
