namespace CareerPortal.Data;

/// <summary>The parts of the content that change apart from each other: what shows one need not be made anew when another changes.</summary>
[Flags]
public enum ContentRealm
{
    None = 0,

    /// <summary>Occupations, guides, and the words by which they are found.</summary>
    Guides = 1,

    /// <summary>Centres, zones, platforms, guidance services and sources.</summary>
    Directories = 2,

    /// <summary>Job offers.</summary>
    Offers = 4,

    /// <summary>Minimum wages and exchange rates.</summary>
    Parameters = 8,

    /// <summary>What the quiz has learned of its questions.</summary>
    Quiz = 16,

    /// <summary>Occupations as catalogues list them, municipalities, and lists of shortage.</summary>
    Catalogue = 32,

    All = Guides | Directories | Offers | Parameters | Quiz | Catalogue,
}
