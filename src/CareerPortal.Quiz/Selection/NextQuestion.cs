namespace CareerPortal.Quiz.Selection;

/// <summary>What a quiz does next: ask an item, or stop.</summary>
/// <param name="ItemId">The item to ask; null when the quiz ends.</param>
/// <param name="Stop">Why it ends; <see cref="StopReason.None"/> when it goes on.</param>
public sealed record NextQuestion(string? ItemId, StopReason Stop);
