using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>
/// The occupations of O*NET 27.0, rated by people who do the work, look for themselves among those of O*NET 30.1, rated by experts and
/// models: two surveys years and methods apart.
/// </summary>
/// <remarks>
/// For each major group (the first two digits of the code) all that is learned – units of the people's survey, B, c, W, and every setting, by
/// <see cref="WithinMapSearch"/> – comes from the other groups; its people then look among all occupations of the gallery.
/// </remarks>
internal static class OnetSurveys
{
    private const string People = "onet_27_0";
    private const string Gallery = "onet_30_1";

    /// <summary>The work styles that both surveys have, by the names of 27.0 and of 30.1. What only one of them has is left out.</summary>
    private static readonly (string People, string Gallery)[] Styles =
    [
        ("Achievement/Effort", "Achievement Orientation"),
        ("Adaptability/Flexibility", "Adaptability"),
        ("Attention to Detail", "Attention to Detail"),
        ("Concern for Others", "Empathy"),
        ("Cooperation", "Cooperation"),
        ("Dependability", "Dependability"),
        ("Initiative", "Initiative"),
        ("Innovation", "Innovation"),
        ("Integrity", "Integrity"),
        ("Leadership", "Leadership Orientation"),
        ("Persistence", "Perseverance"),
        ("Self-Control", "Self-Control"),
        ("Social Orientation", "Social Orientation"),
        ("Stress Tolerance", "Stress Tolerance"),
    ];

    public static string? Missing(OpenData data) => OnetGallery.Missing(data, People) ?? OnetGallery.Missing(data, Gallery);

    public static IReadOnlyList<SimulationRow> Run(OpenData data)
    {
        var (galleryIds, points) = Read(data, Gallery, "WI", Styles.Select(style => style.Gallery));
        var (ids, people) = Read(data, People, "IM", Styles.Select(style => style.People));
        var n = Styles.Length + InterestIds.All.Count;
        var gallery = OccupationGallery.Create(
            galleryIds,
            [.. Styles.Select(style => style.Gallery), .. InterestIds.All],
            [.. points.SelectMany(p => p)]
        );
        var known = Enumerable.Range(0, ids.Count).Where(p => gallery.IndexOf(ids[p]) >= 0).ToList();
        var ranks = new Dictionary<string, List<double>>();
        foreach (var group in known.GroupBy(p => ids[p][..2]))
        {
            var others = known.Where(p => ids[p][..2] != group.Key).ToList();
            double[] first = [.. others.SelectMany(p => points[gallery.IndexOf(ids[p])])];

            // The surveys have other units: without a map a person is compared by standard scores among the people learned on.
            var units = OccupationGallery.Create([.. others.Select(p => ids[p])], gallery.Dimensions, [.. others.SelectMany(p => people[p])]);
            double[] second = [.. others.SelectMany(p => Comparable(people[p]))];
            var map = WithinMapSearch.Learn(first, second, [.. others.Select(p => ids[p][..2])], n);
            Find("W alone", WithinMap.Identity(WithinCovariance.Learn(first, second, n)));
            Find("By + c, W", map.With(HubCorrection.None));
            Find("By + c, W, hubs corrected", map);

            double[] Comparable(double[] person)
            {
                var own = person.ToArray();
                units.Standardise(own);
                return [.. own.Select((value, d) => value * gallery.Deviations[d] + gallery.Means[d])];
            }

            void Find(string method, WithinMap around)
            {
                var ranker = new OccupationRanker(gallery, around.Standardised(gallery.Means, gallery.Deviations));
                var scores = new double[gallery.Ids.Count];
                foreach (var p in group)
                {
                    var person = Comparable(people[p]);
                    gallery.Standardise(person);
                    ranker.Score(person, [], scores);
                    if (!ranks.TryGetValue(method, out var found))
                    {
                        ranks[method] = found = [];
                    }

                    found.Add(OccupationRanker.RankOf(scores, gallery.IndexOf(ids[p])));
                }
            }
        }

        return FoundRanks.Rows(
            FormattableString.Invariant($"O*NET 27.0: {known.Count} occupations found among the {gallery.Ids.Count} of 30.1, by {n} dimensions"),
            ranks
        );
    }

    private static (List<string> Ids, List<double[]> Rows) Read(OpenData data, string set, string scale, IEnumerable<string> styles)
    {
        var (ids, dimensions, values) = OnetGallery.Read(data, set, scale);
        var columns = styles.Concat(InterestIds.All).Select(name => dimensions.IndexOf(name)).ToList();
        return (ids, [.. Enumerable.Range(0, ids.Count).Select(j => columns.Select(d => values[j * dimensions.Count + d]).ToArray())]);
    }
}
