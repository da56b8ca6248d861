namespace CareerPortal.French;

/// <summary>A missing or misplaced elision or contraction: what is written, what French writes, and where it stands.</summary>
public sealed record ElisionFault(string Found, string Suggestion, int Position);
