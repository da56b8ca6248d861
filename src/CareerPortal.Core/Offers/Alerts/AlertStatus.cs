namespace CareerPortal.Offers.Alerts;

/// <summary>How many alerts there are and what people think of their offers: numbers, and nothing of anybody.</summary>
/// <param name="Active">Alerts that bring mails.</param>
/// <param name="Waiting">Wishes that nobody has confirmed yet.</param>
/// <param name="Asked">Active ones whose owner was asked whether they shall go on.</param>
/// <param name="Opinions">How often each opinion was given in a month, the last months first.</param>
public sealed record AlertStatus(int Active, int Waiting, int Asked, IReadOnlyList<(DateOnly Month, AlertOpinion Opinion, int Times)> Opinions);
