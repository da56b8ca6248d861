namespace CareerPortal.Web.Offers;

/// <summary>How the site keeps its board of offers.</summary>
internal sealed record BoardOptions
{
    public const string Section = "Offers:Board";

    /// <summary>Whether the board is laid out as soon as the site has started, and not when somebody first asks it.</summary>
    public bool LayOutAhead { get; init; } = true;
}
