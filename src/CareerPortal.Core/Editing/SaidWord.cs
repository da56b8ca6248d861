namespace CareerPortal.Editing;

/// <summary>A remark as it is shown, by a colleague or by a guest.</summary>
public sealed record SaidWord(int ThreadId, Guid? AccountId, string? Name, bool IsGuest, string? GuestName, string Text, DateTime AtUtc);
