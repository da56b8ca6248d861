namespace CareerPortal.Offers.Board;

/// <summary>What somebody who is still typing may mean.</summary>
public enum OfferHintKind
{
    Occupation,

    /// <summary>A word of titles, behind those that were typed before it.</summary>
    Word,
    Employer,
    Municipality,
    Locality,
}
