namespace CareerPortal.Offers.Desk;

/// <summary>How a synonym did when it was tried: what the words found with it, and which names of occupations would answer otherwise.</summary>
public sealed record SynonymTrial(SynonymVerdict Verdict, int Found = 0, int Changed = 0, int Tried = 0);
