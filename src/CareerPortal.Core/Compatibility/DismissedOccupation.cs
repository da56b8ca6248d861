namespace CareerPortal.Compatibility;

/// <summary>An occupation that somebody put aside in the result of the quiz, by its code on the shelf, and why.</summary>
public sealed record DismissedOccupation(string Code, DismissalReason Reason);
