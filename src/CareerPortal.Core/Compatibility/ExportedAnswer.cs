namespace CareerPortal.Compatibility;

/// <summary>An answer as it is kept, with the words of its question; null words where the bank no longer has it, a null value where it was skipped.</summary>
public sealed record ExportedAnswer(string Item, string? Question, int? Value, DateTime AnsweredUtc);
