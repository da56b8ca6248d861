using CareerPortal.Compatibility;
using CareerPortal.Exchange;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>The occupations that come with the portal, as its quizzes ask about them.</summary>
internal static class ShippedOccupations
{
    /// <summary>The occupations of the three guides that are complete.</summary>
    private static readonly string[] Complete = ["annotateur-donnees-ia", "micro-taches-ia", "operateur-numerisation"];

    /// <summary>Which questions they lead to, and what one answer to everything gives on the complete ones.</summary>
    public static IReadOnlyList<SimulationRow> Test(int people, ulong seed)
    {
        var all = ExchangeFolder.FirstContent.Read().Occupations.Select(Of).ToList();
        var estimator = new ProfileEstimator(ItemBank.Load());
        return
        [
            .. AnsweringStyleTest.Run(estimator, all.Where(o => Complete.Contains(o.Profile.Id)).Select(o => (o.Profile.Id, o.Profile)), seed),
            .. QuestionTest.Run(estimator, all, OccupationShelf.Deviation, people, seed + 5),
        ];
    }

    private static AskedOfOccupation Of(OccupationEntry entry)
    {
        var inOrder = ExchangeForms.Ordered(entry).Requirements;
        return new AskedOfOccupation(
            new OccupationProfile(
                entry.Code,
                inOrder.Select(r => new RequiredQuality(r.Quality, r.Level, r.Importance, r.Surplus) { Items = r.Items ?? [] })
            ),
            entry.Interests?.Standardised() ?? [],
            MainQualities.Of(inOrder.Select(r => (r.Quality, r.Importance)))
        );
    }
}
