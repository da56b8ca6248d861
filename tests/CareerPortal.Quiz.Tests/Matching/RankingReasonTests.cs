using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Matching;

public sealed class RankingReasonTests
{
    private static readonly ItemBank Bank = SmallBank.AtStart(["interest-i", "interest-e", "patience"], 3);

    /// <summary>The second item of each dimension is reversed.</summary>
    [Theory]
    [InlineData(1, 5, 1, 1.5, 1, ReasonDirection.None)]
    [InlineData(5, 1, 5, 1.5, 1, ReasonDirection.Both)]
    [InlineData(5, 1, 5, -1, 1, ReasonDirection.None)]
    [InlineData(1, 5, 1, -1, 1, ReasonDirection.Neither)]
    [InlineData(1, 5, 1, -0.2, 1, ReasonDirection.None)]
    [InlineData(3, 3, 3, 1, 1, ReasonDirection.None)]
    [InlineData(3, 3, 3, -1, 1, ReasonDirection.None)]
    [InlineData(5, 5, 3, 1, 1, ReasonDirection.None)]
    [InlineData(1, 5, 1, 1, -1, ReasonDirection.More)]
    [InlineData(5, 1, 5, -1, -1, ReasonDirection.Less)]
    [InlineData(3, 3, 3, -2, -1, ReasonDirection.None)]
    [InlineData(4, 2, 4, 1, -1, ReasonDirection.None)]
    public void From_AnswersAndALevel_SaysOnlyWhatIsTrueOfBoth(
        int first,
        int second,
        int third,
        double occupation,
        double effect,
        ReasonDirection direction
    )
    {
        List<Answer> evidence = [new("interest-e-1", first), new("interest-e-2", second), new("interest-e-3", third)];

        var reason = RankingReason.From(evidence, Bank, "interest-e", effect, 0, occupation);

        Assert.Equal(direction, reason.Direction);
        Assert.Equal(evidence, reason.Evidence);
    }

    /// <summary>More of a quality than a job asks for is nothing against it.</summary>
    [Fact]
    public void From_MoreOfAQualityThanAsked_SaysNothing()
    {
        List<Answer> evidence = [new("patience-1", 5), new("patience-2", 1), new("patience-3", 5)];

        Assert.Equal(ReasonDirection.None, RankingReason.From(evidence, Bank, "patience", -1, 0, -1).Direction);
    }

    [Fact]
    public void From_SkippedAnswers_SaysNothing()
    {
        var reason = RankingReason.From([new Answer("interest-e-1", null)], Bank, "interest-e", -1, 0, 1);

        Assert.Equal(ReasonDirection.None, reason.Direction);
        Assert.Empty(reason.Evidence);
    }

    [Fact]
    public void From_AnItemOfNoBank_IsRefused() =>
        Assert.Throws<ArgumentException>(() => RankingReason.From([new Answer("rien-1", 3)], Bank, "interest-e", 1, 0, 0));

    /// <summary>
    /// Every reason that the ranking gives names the answers to its dimension, all of them and no others, and its direction follows from them.
    /// </summary>
    [Property(MaxTest = 200)]
    public void Explain_AnyAnswers_GivesReasonsThatTheirAnswersBearOut(int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, 8 * 3).Select(_ => random.NextDouble() * 3 - 1.5).ToArray();
        var gallery = OccupationGallery.Create([.. Enumerable.Range(1, 8).Select(j => $"o{j}")], Bank.Dimensions, values, standardise: false);
        var answers = Bank.Items.Select(item => new Answer(item.Id, random.Next(6) is 0 ? null : random.Next(1, 6))).ToList();
        var ranker = new AnswerRanker(gallery, Bank, 0.6);

        foreach (var occupation in gallery.Ids)
        {
            foreach (var reason in ranker.Explain(answers, occupation))
            {
                var coded = answers
                    .Where(a => a.Value is not null && a.ItemId.StartsWith(reason.Dimension, StringComparison.Ordinal))
                    .Select(a => a.ItemId.EndsWith("-2", StringComparison.Ordinal) ? 6 - a.Value!.Value : a.Value!.Value)
                    .ToList();
                Assert.Equal(coded.Count, reason.Evidence.Count);
                Assert.True(
                    reason.Direction switch
                    {
                        ReasonDirection.Both => coded.Average() > 3 && reason.Occupation >= 0 && reason.Effect > 0,
                        ReasonDirection.Neither => coded.Average() < 3 && reason.Occupation < 0 && reason.Effect > 0,
                        ReasonDirection.More => coded.Average() < Expected(reason) && reason.Effect < 0,
                        ReasonDirection.Less => coded.Average() > Expected(reason)
                            && coded.Average() >= 3.5
                            && reason.Effect < 0
                            && reason.Dimension != "patience",
                        _ => true,
                    },
                    $"{reason.Dimension} of {occupation}: {reason.Direction}"
                );
            }
        }
    }

    /// <summary>The mean answer of people at the occupation's level to the items that the reason rests on, by the model.</summary>
    private static double Expected(RankingReason reason) =>
        reason.Evidence.Average(answer =>
        {
            var item = Bank.Find(answer.ItemId)!.Parameters;
            return 1 + item.B.Sum(threshold => 1 / (1 + Math.Exp(-item.A * (reason.Occupation - threshold))));
        });
}
