namespace CareerPortal.Offers;

/// <summary>A range of pay in cents for a period, before tax, as the offer states it.</summary>
public sealed record OfferPay(long LowCents, long HighCents, string Currency, OfferPayPeriod Period);
