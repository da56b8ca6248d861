using CareerPortal.Quiz.Simulation;

namespace CareerPortal.Quiz.Tests.Simulation;

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
        var rows = new EngineSimulation(120, 5).Ranking(EngineSimulation.SyntheticGallery(1, 200, 20)).Where(row => row.Measure == "top 10, %").ToDictionary(row => row.Method, row => row.Value);

        Assert.True(rows["adaptive, 24 items"] > rows["in turn, Euclid"]);
        Assert.True(rows["adaptive, 24 items"] > rows["in turn, shortfall only"]);
        Assert.True(rows["adaptive, 24 items"] > rows["random order"]);
    }

    [Fact]
    public void Careless_OneOrRule_FindsStraightAnswersAndSparesTheAttentive()
    {
        var rows = new EngineSimulation(300, 5).Careless().ToDictionary(row => row.Method, row => row.Value);

        Assert.InRange(rows["attentive people"], 0, 5);
        Assert.InRange(rows["always the same answer"], 99, 100);
        Assert.InRange(rows["random clicks"], 65, 100);
    }
}
