using CareerPortal.Compatibility;
using CareerPortal.Exchange;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Core.Tests.Compatibility;

public sealed class ImpactSampleTests
{
    private const int People = 200;

    private static readonly ItemBank Bank = ItemBank.Load();
    private static readonly AdaptiveSelection Selection = new(new ProfileEstimator(Bank));

    private static readonly IReadOnlyList<ImpactOccupation> Occupations =
    [
        .. ExchangeFolder
            .FirstContent.Read()
            .Occupations.Select(o => new ImpactOccupation(
                o.Code,
                o.Interests,
                [
                    .. o.Requirements.Select(r => new Requirement
                    {
                        QualityId = r.Quality,
                        Importance = r.Importance,
                        Level = r.Level,
                        Surplus = r.Surplus,
                        Origin = r.Origin,
                        Items = r.Items?.ToList(),
                    }),
                ]
            )),
    ];

    private static readonly Lazy<ImpactSample> Sample = new(() => Draw(CancellationToken.None));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Change_ToTheSameRequirements_MovesNobody()
    {
        var report = Sample.Value.Change("annotateur-donnees-ia", Of("annotateur-donnees-ia"), Cancellation);

        Assert.Equal((People, Occupations.Count), (report.People, report.Occupations));
        Assert.Equal((0, 0, 0), (report.Climb, report.Fall, report.OtherBand));
        Assert.Equal((0, 0), (report.Winners.People, report.Losers.People));
        Assert.Equal(report.Before with { Bands = report.After.Bands }, report.After);
        Assert.Equal(report.Before.Bands, report.After.Bands);
        Assert.Equal(People, report.Before.Bands.Sum());
        Assert.Empty(report.Neighbours);
        Assert.Empty(report.LostFromNear);
    }

    [Fact]
    public void Change_ToARareQualityAtTheTop_LosesThoseWhoLackItAndKeepsThoseWhoHaveIt()
    {
        var report = Sample.Value.Change("employe-administratif", [Asked("leadership", 5, 5)], Cancellation);

        Assert.True(report.After.MeanPercent < report.Before.MeanPercent - 5, $"{report.Before.MeanPercent} → {report.After.MeanPercent}");
        Assert.True(report.Losers.People > report.Winners.People);
        Assert.True(report.Losers.Traits.Single(t => t.Id == "leadership").Difference < 0);
        Assert.True(report.Winners.Traits.Single(t => t.Id == "leadership").Difference > 0);
        Assert.True(report.Losers.MeanPoints < 0 && report.Winners.MeanPoints > 0);
        Assert.True(report.Climb > 0 && report.Fall > 0);
        Assert.NotEmpty(report.Neighbours);
    }

    [Fact]
    public void Change_ThatMakesTwoOccupationsOne_TellsWhomItTakesOut()
    {
        // Everything that the quiz knows of one becomes that of the other but a little further from everybody: it is nobody's any more.
        var other = Occupations.Where(o => o.Code != "transcripteur").ToList();
        var sample = ImpactSample.Draw(Selection, Bank, [.. other.Take(11), Occupations.Single(o => o.Code == "transcripteur")], Cancellation, People);

        var report = sample.Change("transcripteur", [.. Bank.Dimensions.Where(IsQuality).Select(d => Asked(d, 5, 5))], Cancellation);

        Assert.True(report.Before.Near > 0);
        Assert.True(report.After.Near < report.Before.Near);
        Assert.Equal(report.After.Near == 0, report.LostFromNear.Contains("transcripteur"));
        Assert.Equal(report.After.Suggested == 0, report.LostFromSuggested.Contains("transcripteur"));
        Assert.Equal(report.After.Near == 0, report.NeverNear.Contains("transcripteur"));
    }

    [Fact]
    public void Change_DrawnAgain_IsTheSame()
    {
        var change = new[] { Asked("patience", 5, 2), Asked("stress", 4, 5) };

        var first = Sample.Value.Change("moderateur-contenu", change, Cancellation);
        var second = Draw(Cancellation).Change("moderateur-contenu", change, Cancellation);

        Assert.Equivalent(first, second, strict: true);
    }

    [Fact]
    public void Change_OfWhatWasNotRequiredYet_CountsFromNothing()
    {
        var sample = ImpactSample.Draw(Selection, Bank, [.. Occupations, new ImpactOccupation("nouveau", null, [])], Cancellation, 20);

        var report = sample.Change("nouveau", [Asked("detail", 5, 3)], Cancellation);

        Assert.Equal((0, 0.0), (report.Before.MedianRank, report.Before.MeanPercent));
        Assert.True(report.After.MedianRank > 0 && report.After.MeanPercent > 0);
    }

    [Fact]
    public void Draw_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => Draw(cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => Sample.Value.Change("transcripteur", [Asked("detail", 5, 3)], cancelled.Token));
    }

    private static ImpactSample Draw(CancellationToken cancellation) => ImpactSample.Draw(Selection, Bank, Occupations, cancellation, People);

    private static bool IsQuality(string dimension) => !InterestIds.Includes(dimension);

    private static IReadOnlyList<Requirement> Of(string code) => Occupations.Single(o => o.Code == code).Requirements;

    private static Requirement Asked(string quality, int importance, int level) =>
        new()
        {
            QualityId = quality,
            Importance = importance,
            Level = level,
            Origin = RequirementOrigin.Counsellor,
        };
}
