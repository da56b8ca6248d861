namespace CareerPortal.French;

/// <summary>A word by which a text addresses its reader, and where it stands.</summary>
public sealed record RegisterWord(string Word, Register Register, int Position);
