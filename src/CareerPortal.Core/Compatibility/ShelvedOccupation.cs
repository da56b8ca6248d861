using CareerPortal.Catalogue;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Compatibility;

/// <summary>What the quiz over all occupations knows of one: the levels it asks for, and what draws people to it.</summary>
public sealed record ShelvedOccupation(string Code, OccupationInterests? Interests, IReadOnlyList<(string Quality, int Level)> Levels)
{
    private const string OnetScheme = "onet-soc-2019";

    /// <summary>How sure it is that the interests are those of this occupation, from 0 to 1: a counsellor's choice is.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Holland's letters as ROME gives them, the first first; empty where unknown.</summary>
    public string Letters { get; init; } = "";

    /// <summary>What the quiz knows of an occupation of the catalogue: nothing of it is a counsellor's.</summary>
    public static ShelvedOccupation Of(string code, CatalogueFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new ShelvedOccupation(code, facts.Holland, [.. facts.Levels.Select(l => (l.QualityId, l.Level))])
        {
            Confidence = facts.Crossings.Where(c => c.Scheme == OnetScheme).Select(c => c.Confidence).DefaultIfEmpty(0).Max(),
            Letters = facts.Riasec,
        };
    }

    /// <summary>
    /// Occupations as points to rank on the dimensions of a bank; those of which the bank's questions tell nothing are left out. Null where none is
    /// left.
    /// </summary>
    public static OccupationGallery? LayOut(IEnumerable<ShelvedOccupation> occupations, ItemBank bank)
    {
        var known = occupations.Select(o => (o.Code, Point: o.PointOn(bank))).Where(o => o.Point is not null).ToList();

        // Levels are places among people already, interests places among occupations: nothing is left to standardise.
        return known.Count == 0
            ? null
            : OccupationGallery.Create([.. known.Select(o => o.Code)], bank.Dimensions, [.. known.SelectMany(o => o.Point!)], standardise: false);
    }

    /// <summary>Its place on each dimension of a bank, NaN where unknown; null where nothing is known.</summary>
    internal double[]? PointOn(ItemBank bank)
    {
        var point = new double[bank.Dimensions.Count];
        Array.Fill(point, double.NaN);
        foreach (var (quality, level) in Levels)
        {
            if (bank.DimensionIndex(quality) is >= 0 and var at)
            {
                point[at] = RequiredQuality.ToZ(level);
            }
        }

        foreach (var (id, value) in InterestIds.All.Zip(HollandPoint.Of(Interests, Confidence, Letters)))
        {
            if (bank.DimensionIndex(id) is >= 0 and var at)
            {
                point[at] = value;
            }
        }

        return Array.TrueForAll(point, double.IsNaN) ? null : point;
    }
}
