using CareerPortal.Catalogue;
using CareerPortal.Occupations;

namespace CareerPortal.Compatibility;

/// <summary>An occupation of the quiz over all, with what tells members of a family apart and what filters ask.</summary>
public sealed record ShelfEntry
{
    private const string Isco = "isco-08";

    /// <summary>ROME's context « Possibilité de télétravail ».</summary>
    private const string TeleworkContext = "300799";

    /// <summary>Its own code where it has a guide, ROME's where the catalogue alone knows it: the two never look alike.</summary>
    public required string Code { get; init; }

    /// <summary>What the catalogue lists under its code; null where it lists nothing.</summary>
    public ListedEntry? Listed { get; init; }

    /// <summary>Whether it is one of the portal's own, with requirements of a counsellor.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The studies it asks for; null where nothing tells.</summary>
    public ShelfStudies? Studies { get; init; }

    public bool HasTelework { get; init; }

    /// <summary>ROME's field, a letter; null where unknown.</summary>
    public string? Field => Listed?.Facts.Domain[..1];

    /// <summary>One of the portal's own occupations.</summary>
    internal static ShelfEntry Of(string code, StudyLevel studies, IEnumerable<WorkCondition> conditions, ListedEntry? listed) =>
        new()
        {
            Code = code,
            Listed = listed,
            IsOwn = true,
            Studies = studies switch
            {
                StudyLevel.NoDiploma => ShelfStudies.NoDiploma,
                StudyLevel.LowerSecondary or StudyLevel.UpperSecondary => ShelfStudies.Secondary,
                _ => ShelfStudies.Higher,
            },
            HasTelework = conditions.Contains(WorkCondition.Telework),
        };

    /// <summary>An occupation that the catalogue alone knows.</summary>
    internal static ShelfEntry Of(ListedEntry listed) =>
        new()
        {
            Code = listed.Code,
            Listed = listed,
            Studies = StudiesOf(listed.Facts),
            HasTelework = listed.Facts.Contexts.Contains(TeleworkContext),
        };

    /// <summary>
    /// No diploma where ROME says so; otherwise by the skill level that ISCO-08 gives the major group: 1 is primary, 2 secondary, 3 and 4 higher
    /// education. Unknown where groups of different levels come into question, and for the armed forces.
    /// </summary>
    internal static ShelfStudies? StudiesOf(CatalogueFacts facts)
    {
        if (facts.WithoutDiploma)
        {
            return ShelfStudies.NoDiploma;
        }

        var levels = facts.Crossings.Where(c => c.Scheme == Isco && c.Code.Length > 0).Select(c => OfMajorGroup(c.Code[0])).Distinct().ToList();
        return levels.Count == 1 ? levels[0] : null;
    }

    private static ShelfStudies? OfMajorGroup(char group) =>
        group switch
        {
            >= '1' and <= '3' => ShelfStudies.Higher,
            >= '4' and <= '8' => ShelfStudies.Secondary,
            '9' => ShelfStudies.NoDiploma,
            _ => null,
        };
}
