using CareerPortal.Quiz.Evaluation;

namespace CareerPortal.Quiz.Tests.Evaluation;

public sealed class EngineSimulationTests
{
    [Fact]
    public void Run_SameSeed_GivesTheSameTable()
    {
        var gallery = EngineSimulation.SyntheticGallery(1, 60, 10);

        Assert.Equal(new EngineSimulation(6, 1).Run(gallery), new EngineSimulation(6, 1).Run(gallery));
    }

    [Fact]
    public void Ranking_AdaptiveAnswers_BeatTheSimpleMethods()
    {
        var rows = new EngineSimulation(120, 5, [SimulationBank.Start()])
            .Ranking(EngineSimulation.SyntheticGallery(1, 200, 20))
            .Where(row => row.Measure == "top 10, %")
            .ToDictionary(row => row.Method, row => row.Value);

        Assert.True(rows["adaptive, 24 items"] > rows["in turn, Euclid"]);
        Assert.True(rows["adaptive, 24 items"] > rows["in turn, shortfall only"]);
        Assert.True(rows["adaptive, 24 items"] > rows["random order"]);
    }

    [Fact]
    public void Careless_OneOrRule_FindsStraightAnswersAndSparesTheAttentive()
    {
        var rows = new EngineSimulation(300, 5, [SimulationBank.Start()]).Careless().ToDictionary(row => row.Method, row => row.Value);

        Assert.InRange(rows["attentive people"], 0, 5);
        Assert.InRange(rows["always the same answer"], 99, 100);
        Assert.InRange(rows["random clicks"], 65, 100);
    }

    [Fact]
    public void Recovery_CalibratedItems_AreAsPreciseAsWanted()
    {
        var rows = new EngineSimulation(80, 7, [SimulationBank.Calibrated()]).Recovery();

        foreach (var (perQuality, wanted) in new[] { (2, 0.45), (3, 0.41) })
        {
            var adaptive = Value(perQuality, "adaptive, with borrowing", "RMSE");
            Assert.InRange(adaptive, 0.2, wanted);
            Assert.True(adaptive < Value(perQuality, "adaptive, own items only", "RMSE"));
            Assert.True(adaptive < Value(perQuality, "in turn, with borrowing", "RMSE"));
            Assert.InRange(Value(perQuality, "adaptive, with borrowing", "coverage of 90 % interval, %"), 88, 92);
        }

        double Value(int perQuality, string method, string measure) =>
            rows.Single(row =>
                row.Test.Contains($"{perQuality} items", StringComparison.Ordinal) && row.Method == method && row.Measure == measure
            ).Value;
    }

    [Fact]
    public void OccupationQuiz_CalibratedItems_IsShortAndNearTheWholeBank()
    {
        var rows = new EngineSimulation(150, 7, [SimulationBank.Calibrated()]).OccupationQuiz();

        Assert.InRange(rows.Single(row => row.Measure == "median length").Value, 12, 18);
        Assert.InRange(rows.Single(row => row.Measure == "longest").Value, 12, 24);
        Assert.InRange(rows.Single(row => row is { Method: "adaptive", Measure: "r with the whole bank" }).Value, 0.975, 1);
    }

    [Fact]
    public void Over_MoreDimensionsThanQualities_GivesEachItsItems()
    {
        var bank = SimulationBank.Start();
        var dimensions = Enumerable.Range(1, bank.Bank.Dimensions.Count + 1).Select(k => $"d{k}").ToList();

        var over = bank.Over(dimensions);

        Assert.Equal(dimensions, over.Dimensions);
        Assert.All(Enumerable.Range(0, dimensions.Count), d => Assert.InRange(over.ItemsOf(d).Length, 4, 6));
        Assert.Equal(over.ItemsOf(0).Length, over.ItemsOf(dimensions.Count - 1).Length);
    }
}
