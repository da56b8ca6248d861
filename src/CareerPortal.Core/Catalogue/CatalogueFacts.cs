using CareerPortal.Occupations;

namespace CareerPortal.Catalogue;

/// <summary>All that catalogues tell of an occupation, by codes; what a code is called stands in <see cref="CatalogueTerm"/>.</summary>
public sealed record CatalogueFacts
{
    public required string Masculine { get; init; }

    public required string Feminine { get; init; }

    /// <summary>The number that the source gives this very name; empty where it has none.</summary>
    public string NameCode { get; init; } = "";

    /// <summary>The occupation of ROME 3 that it came from: its family.</summary>
    public required string Parent { get; init; }

    /// <summary>The domain it is listed in: a letter for its field and two digits.</summary>
    public required string Domain { get; init; }

    /// <summary>What it is also called in French, in both genders.</summary>
    public IReadOnlyList<CatalogueName> Names { get; init; } = [];

    /// <summary>Its names in other languages, each with where it comes from and how sure that is.</summary>
    public IReadOnlyList<ForeignName> ForeignNames { get; init; } = [];

    /// <summary>Holland's letters, the first first: "R", "RC"; empty where unknown.</summary>
    public string Riasec { get; init; } = "";

    /// <summary>Codes of savoir-être.</summary>
    public IReadOnlyList<string> SoftSkills { get; init; } = [];

    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>Codes of interests, the main ones first.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>How many of <see cref="Interests"/> are main ones.</summary>
    public int MainInterests { get; init; }

    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>How much it answers to Holland's six interests, by its counterparts in O*NET; null where it has none.</summary>
    public OccupationInterests? Holland { get; init; }

    /// <summary>Codes of near occupations, the nearest first, as the catalogue orders them.</summary>
    public IReadOnlyList<string> Neighbours { get; init; } = [];

    /// <summary>The catalogue says that no diploma is needed to begin.</summary>
    public bool WithoutDiploma { get; init; }

    /// <summary>How it is called in other classifications.</summary>
    public IReadOnlyList<Crossing> Crossings { get; init; } = [];

    /// <summary>Levels derived from the facts above; never a counsellor's.</summary>
    public IReadOnlyList<DerivedLevel> Levels { get; init; } = [];
}
