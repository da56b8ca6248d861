namespace CareerPortal.Offers.Sources;

/// <summary>The source of the offers that are written here. No synchronisation reads it, and none closes what comes from it.</summary>
public static class OwnOffers
{
    public const string SourceKey = "portail";

    public static OfferSource Source =>
        new()
        {
            Key = SourceKey,
            Kind = OfferSourceKind.Portal,
            Name = "Offres du portail",
            Licence = "CC BY 4.0",
            Attribution = "Offres saisies sur ce portail ou proposées par des employeurs",
        };
}
