using CareerPortal.Occupations;
using CareerPortal.Wages;

namespace CareerPortal.Guides;

/// <summary>
/// What a guide is held against: the codes of each kind that it may refer to, whether there is a minimum wage to write into its texts, and, where
/// the caller knows them, the day, the minimum wage, what the occupation asks for and the addresses that do not answer.
/// </summary>
public sealed record KnownCodes
{
    private readonly IReadOnlyDictionary<GuideReferenceKind, IReadOnlySet<string>> _codes;

    public KnownCodes(IReadOnlyDictionary<GuideReferenceKind, IReadOnlySet<string>> codes, bool hasMinimumWage) =>
        (_codes, HasMinimumWage) = (codes, hasMinimumWage);

    public bool HasMinimumWage { get; }

    /// <summary>The day on which the guide is looked at; ages are not judged without it.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The minimum wage in force.</summary>
    public WageFloor? Floor { get; init; }

    /// <summary>The studies that the guide's occupation asks for.</summary>
    public StudyLevel? Studies { get; init; }

    /// <summary>The web addresses behind the codes, where they have one.</summary>
    public IReadOnlyDictionary<(GuideReferenceKind Kind, string Code), string> Addresses { get; init; } =
        new Dictionary<(GuideReferenceKind Kind, string Code), string>();

    /// <summary>The web addresses that did not answer when they were last asked.</summary>
    public IReadOnlySet<string> DeadAddresses { get; init; } = new HashSet<string>();

    public bool Knows(GuideReferenceKind kind, string code) => _codes.TryGetValue(kind, out var known) && known.Contains(code);
}
