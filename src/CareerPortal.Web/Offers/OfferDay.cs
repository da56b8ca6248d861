using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Offers;

/// <summary>The day that it is in Belgium, by which offers end and grow old.</summary>
internal static class OfferDay
{
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(BelgianTime.Of(time.GetUtcNow().UtcDateTime));
}
