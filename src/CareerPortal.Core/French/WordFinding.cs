namespace CareerPortal.French;

/// <summary>Words that might be others: what is written, what to write, where it stands, and whether the one may take the other's place as it is.</summary>
public sealed record WordFinding(string Found, string Suggestion, int Position, bool IsSafe);
