namespace CareerPortal.Compatibility;

/// <summary>What an occupation shares with one that was put aside, so that it goes down in the list.</summary>
/// <param name="DismissedCode">The one that was put aside.</param>
/// <param name="Reason">Why it was.</param>
/// <param name="Codes">The catalogue's codes of what is shared: an interest, or contexts, those that fewest occupations have first.</param>
public sealed record SharedReason(string DismissedCode, DismissalReason Reason, IReadOnlyList<string> Codes);
