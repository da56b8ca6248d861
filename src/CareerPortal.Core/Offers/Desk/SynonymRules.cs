namespace CareerPortal.Offers.Desk;

/// <summary>From when on a synonym is proposed, and what it may not do to other searches.</summary>
public static class SynonymRules
{
    /// <summary>Words that were asked less often in vain are not proposed.</summary>
    public const int LeastAsked = 5;

    /// <summary>An occupation is proposed from this confidence of the classifier on (0 to 1).</summary>
    public const double LeastConfidence = OfferDesk.SureFrom;

    /// <summary>A longer phrase is no name of anything.</summary>
    public const int MostWords = 4;

    /// <summary>The share of the names of all occupations whose first page or count may change by it; above, it is refused.</summary>
    public const double MostChanged = 0.01;
}
