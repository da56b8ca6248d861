using System.Runtime.InteropServices;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Compatibility;

/// <summary>Occupations of which the same is known, each family once in a gallery: no answer can ever tell its members apart.</summary>
/// <param name="Gallery">A point for each family, under the code of its first member.</param>
/// <param name="Members">The codes of each family's members, in the order of the gallery.</param>
public sealed record OccupationFamilies(OccupationGallery Gallery, IReadOnlyList<IReadOnlyList<string>> Members)
{
    /// <summary>
    /// The families of occupations, in the order in which they come; those of which the bank's questions tell nothing are left out. Null where none is
    /// left.
    /// </summary>
    public static OccupationFamilies? Of(IEnumerable<ShelvedOccupation> occupations, ItemBank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        var families = new List<(double[] Point, List<string> Members)>();
        var known = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var occupation in occupations)
        {
            if (occupation.PointOn(bank) is not { } point)
            {
                continue;
            }

            var key = Convert.ToHexString(MemoryMarshal.AsBytes<double>(point));
            if (!known.TryGetValue(key, out var members))
            {
                known.Add(key, members = []);
                families.Add((point, members));
            }

            members.Add(occupation.Code);
        }

        return families.Count == 0
            ? null
            : new OccupationFamilies(
                OccupationGallery.Create(
                    [.. families.Select(f => f.Members[0])],
                    bank.Dimensions,
                    [.. families.SelectMany(f => f.Point)],
                    standardise: false
                ),
                [.. families.Select(f => f.Members)]
            );
    }
}
