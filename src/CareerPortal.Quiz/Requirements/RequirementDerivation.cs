using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Requirements;

/// <summary>Derives an occupation's requirements where no counsellor has set them.</summary>
public static class RequirementDerivation
{
    /// <summary>
    /// From the words on a guide, in their order: the first quality gets importance and level 5, the second to fourth 4, the others 3.
    /// </summary>
    public static IReadOnlyList<DerivedRequirement> FromGuideWords(WordResolution words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return
        [
            .. words.QualityIds.Select(
                (id, place) =>
                {
                    var strength =
                        place == 0 ? 5
                        : place < 4 ? 4
                        : 3;
                    return new DerivedRequirement(
                        new RequiredQuality(id, strength, strength),
                        words.Words.First(word => word.QualityIds.Contains(id)).Text
                    );
                }
            ),
        ];
    }

    /// <summary>From the codes of ROME 4.0 savoir-être: importance 3 and level 4 for each, for a tag says that it matters but not how much.</summary>
    /// <param name="catalogue">The qualities and their codes.</param>
    /// <param name="codes">Codes such as "300490"; those that no quality is linked to are left out. The first linked quality stands for a code that
    /// several share.</param>
    public static IReadOnlyList<DerivedRequirement> FromRome(QualityCatalogue catalogue, IEnumerable<string> codes)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(codes);
        return
        [
            .. codes
                .Distinct()
                .Select(code => (Code: code, Quality: catalogue.Qualities.FirstOrDefault(quality => quality.Rome.Contains(code))))
                .Where(pair => pair.Quality is not null)
                .GroupBy(pair => pair.Quality!.Id)
                .Select(group => new DerivedRequirement(new RequiredQuality(group.Key, 4, 3), string.Join(", ", group.Select(pair => pair.Code)))),
        ];
    }

    /// <summary>
    /// From O*NET work styles: a quality's z is the mean of its styles' z, each standardised across occupations. The level is the z read as a level;
    /// the importance grows with it, 3 at z = 0 and one more for each standard deviation, from 1 to 5. Qualities below z = 0 are not asked for.
    /// </summary>
    /// <param name="catalogue">The qualities and the names of their styles.</param>
    /// <param name="styleScores">z of the WI score of each style of one occupation.</param>
    public static IReadOnlyList<DerivedRequirement> FromOnet(QualityCatalogue catalogue, IReadOnlyDictionary<string, double> styleScores)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(styleScores);
        return
        [
            .. catalogue
                .Qualities.Select(quality => (quality.Id, Styles: quality.Onet.Where(styleScores.ContainsKey).ToList()))
                .Where(pair => pair.Styles.Count > 0)
                .Select(pair => (pair.Id, pair.Styles, Z: pair.Styles.Average(style => styleScores[style])))
                .Where(pair => pair.Z > 0)
                .OrderByDescending(pair => pair.Z)
                .Select(pair => new DerivedRequirement(
                    new RequiredQuality(pair.Id, RequiredQuality.FromZ(pair.Z), Math.Clamp(3 + pair.Z, 1, 5)),
                    string.Join(", ", pair.Styles)
                )),
        ];
    }
}
