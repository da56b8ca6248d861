using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Compatibility;

/// <summary>What the quiz over all occupations knows of one: the levels it asks for, and what draws people to it.</summary>
public sealed record ShelvedOccupation(string Code, OccupationInterests? Interests, IReadOnlyList<(string Quality, int Level)> Levels)
{
    /// <summary>
    /// Occupations as points to rank on the dimensions of a bank; those of which the bank's questions tell nothing are left out. Null where none is
    /// left.
    /// </summary>
    public static OccupationGallery? LayOut(IEnumerable<ShelvedOccupation> occupations, ItemBank bank)
    {
        var known = occupations.Where(o => o.Interests is not null || o.Levels.Any(l => bank.DimensionIndex(l.Quality) >= 0)).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var n = bank.Dimensions.Count;
        var values = new double[known.Count * n];
        Array.Fill(values, double.NaN);
        for (var j = 0; j < known.Count; j++)
        {
            foreach (var (quality, level) in known[j].Levels)
            {
                if (bank.DimensionIndex(quality) is >= 0 and var at)
                {
                    values[j * n + at] = RequiredQuality.ToZ(level);
                }
            }

            foreach (var (id, value) in InterestIds.All.Zip(known[j].Interests?.Standardised() ?? []))
            {
                if (bank.DimensionIndex(id) is >= 0 and var at)
                {
                    values[j * n + at] = value;
                }
            }
        }

        // Levels are places among people already, interests places among occupations: nothing is left to standardise.
        return OccupationGallery.Create([.. known.Select(o => o.Code)], bank.Dimensions, values, standardise: false);
    }
}
