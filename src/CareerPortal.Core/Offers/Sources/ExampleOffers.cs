namespace CareerPortal.Offers.Sources;

public sealed class ExampleOffers;
