namespace CareerPortal.Offers.Desk;

/// <summary>An occupation that may be meant, how sure that is (0 to 1), and how many open offers are about it.</summary>
public sealed record MeantOccupation(string Code, double Confidence, int Open);
