namespace CareerPortal.Offers.Board;

/// <summary>In which order offers are listed.</summary>
public enum OfferSort
{
    /// <summary>What was asked first; the newest first where nothing was.</summary>
    Relevance,
    Newest,

    /// <summary>The nearest first, where a place was given.</summary>
    Nearest,

    /// <summary>Those that state the highest pay first.</summary>
    Pay,
}
