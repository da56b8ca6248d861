using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Shell;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Testing;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Tests;

public sealed class QuizCommandTests : IDisposable
{
    private const string Keys = "scale,item,sign\norder,o1,1\norder,o2,-1\norder,o3,1\ncare,c1,1\ncare,c2,-1\n";
    private const string Parameters =
        "scale,item,keyed,a,b1,b2,b3,b4\norder,o1,1,1.8,-1.5,-0.5,0.5,1.5\norder,o2,-1,1.2,-1.6,-0.4,0.4,1.6\norder,o3,1,0.9,-2,-1,1,2\n"
        + "care,c1,1,1.5,-1,0,1,2\ncare,c2,-1,1.5,-1,0,1,2\n";
    private const string Answers = "id,o1,o2,o3,c1,c2\nanna,5,1,4,3,3\nbob,1,5,2,,2\n";
    private const string Gallery = "id,calm,quick,neat\nnurse,3,4,2\nclerk,1,2,5\npilot,5,5,4\n";
    private const string Occupation = """
        {"id": "annotateur", "requirements": [
          {"quality": "rigueur", "level": 4, "importance": 5}, {"quality": "patience", "level": 3, "importance": 3, "surplus": 0.25}
        ]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("quiz-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("gaussian")]
    [InlineData("pearson")]
    [InlineData("euclid")]
    public async Task Rank_CopyOfAnOccupation_PutsItFirst(string method)
    {
        var run = await RunAsync(
            "rank",
            "--gallery",
            File("g.csv", Gallery),
            "--people",
            File("p.csv", "id,neat,calm,quick\nme,4.9,1.1,2\n"),
            "--method",
            method,
            "--top",
            "2",
            "--json"
        );

        using var json = JsonDocument.Parse(run.Output);
        var ranked = json.RootElement[0].GetProperty("ranked");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal("me", json.RootElement[0].GetProperty("id").GetString());
        Assert.Equal(2, ranked.GetArrayLength());
        Assert.Equal("clerk", ranked[0].GetProperty("id").GetString());
        Assert.True(ranked[0].GetProperty("score").GetDouble() > ranked[1].GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task Rank_IdsWithControlCharacters_ShowsThem()
    {
        var run = await RunAsync(
            "rank",
            "--gallery",
            File("g.csv", Gallery.Replace("clerk", "cl\u001b[31merk", StringComparison.Ordinal)),
            "--people",
            File("p.csv", "id,calm,quick,neat\nm\u202ee,1,2,5\n"),
            "--top",
            "1"
        );

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.StartsWith("m\\u202Ee  1      cl\\u001B[31merk", run.Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rank_FaultyCellWithControlCharacters_ShowsThem()
    {
        var run = await RunAsync("rank", "--gallery", File("g.csv", Gallery), "--people", File("p.csv", "id,calm,quick,neat\nme,\u001b[31m,2,5\n"));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Fact]
    public async Task Simulate_MorePeopleThanBearable_IsRefused()
    {
        var run = await RunAsync("simulate", "--people", "2000000000");

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("--people goes from 2 to 100000.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rank_StandardErrorsAndW_AreReadByName()
    {
        var within = File("w.csv", "dimension,neat,calm,quick\nquick,0,0,0.5\nneat,0.5,0.1,0\ncalm,0.1,0.5,0\n");

        var run = await RunAsync(
            "rank",
            "--gallery",
            File("g.csv", Gallery),
            "--people",
            File("p.csv", "id,calm,quick,neat,se_neat\nme,1,2,5,0.4\n"),
            "--within",
            within,
            "--top",
            "1"
        );

        Assert.Equal(0, run.Exit);
        Assert.StartsWith("me  1      clerk", run.Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Within_TwoMeasures_GivesTheMatrixThatRankReads()
    {
        var second = File("second.csv", "id,calm,quick,neat\nclerk,2,2,5\nnurse,3,5,2\npilot,5,5,3\n");

        var run = await RunAsync("within", "--first", File("first.csv", Gallery), "--second", second, "--shrink", "0");

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal("dimension,calm,quick,neat", run.Output.Split('\n')[0]);
        Assert.Equal(1.0 / 3, double.Parse(run.Output.Split('\n')[1].Split(',')[1], CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal(
            0,
            (
                await RunAsync(
                    "rank",
                    "--gallery",
                    File("g.csv", Gallery),
                    "--people",
                    File("p.csv", "id,calm,quick,neat\nme,1,2,5\n"),
                    "--within",
                    File("w.csv", run.Output)
                )
            ).Exit
        );
    }

    [Fact]
    public async Task Within_ManyPairs_WritesTheMapByWhichRankFindsMore()
    {
        // The second measure shows calm where the first shows quick, and the other way round.
        var random = new Random(3);
        var first = new StringBuilder("id,calm,quick,neat\n");
        var second = new StringBuilder("id,calm,quick,neat\n");
        var people = new StringBuilder("id,calm,quick,neat\n");
        for (var j = 0; j < 120; j++)
        {
            double[] y = [10 * random.NextDouble(), 10 * random.NextDouble(), 10 * random.NextDouble()];
            var own = FormattableString.Invariant($"{j % 10}x{j}");
            first.Append(FormattableString.Invariant($"{own},{y[0]},{y[1]},{y[2]}\n"));
            var line = FormattableString.Invariant($"{own},{y[1] + random.NextDouble()},{y[0] + random.NextDouble()},{5 + 0.5 * y[2]}\n");
            (j % 10 < 7 ? second : people).Append(line);
        }

        var gallery = File("g.csv", first.ToString());
        var run = await RunAsync("within", "--first", gallery, "--second", File("s.csv", second.ToString()));
        var rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal(
            ["dimension", "calm", "quick", "neat", "map:calm", "map:quick", "map:neat", "shift:", "hub-strength:", "hub-neighbours:"],
            rows.Select(row => row.Split(',')[0])
        );
        var asked = File("p.csv", people.ToString());
        var with = await FirstAsync("--within", File("w.csv", run.Output));
        var alone = await FirstAsync("--within", File("alone.csv", string.Join('\n', rows.Take(4)) + "\n"));
        Assert.True(with > alone + 10, $"{with} of 36 by the map, {alone} by W alone");

        async Task<int> FirstAsync(params string[] within)
        {
            var ranked = await RunAsync(["rank", "--gallery", gallery, "--people", asked, "--top", "1", .. within]);
            return ranked
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Count(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var person, _, var found, ..] && person == found);
        }
    }

    [Theory]
    [InlineData("map:calm,1,0,0\n", "there is no row for 'map:quick'")]
    [InlineData(
        "map:calm,1,0,0\nmap:quick,0,1,0\nmap:neat,0,0,1\nshift:,0,0,0\nhub-strength:,2,2,2\nhub-neighbours:,5,5,5\n",
        "a strength goes from 0 to 1"
    )]
    [InlineData(
        "map:calm,1,0,0\nmap:quick,0,1,0\nmap:neat,0,0,1\nshift:,0,0,0\nhub-strength:,0.2,0.2,0.2\nhub-neighbours:,0,0,0\n",
        "there is at least one neighbour"
    )]
    public async Task Rank_BadMap_NamesWhatIsWrong(string map, string message)
    {
        var within = "dimension,calm,quick,neat\ncalm,1,0,0\nquick,0,1,0\nneat,0,0,1\n" + map;

        var run = await RunAsync(
            "rank",
            "--gallery",
            File("g.csv", Gallery),
            "--people",
            File("p.csv", "id,calm,quick,neat\nme,1,2,5\n"),
            "--within",
            File("w.csv", within)
        );

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rank_EqualOccupations_ShareAPlace()
    {
        var run = await RunAsync(
            "rank",
            "--gallery",
            File("g.csv", "id,calm,quick,neat\none,1,2,5\ntwo,1,2,5\nother,5,5,1\n"),
            "--people",
            File("p.csv", "id,calm,quick,neat\nme,1,2,5\n")
        );

        Assert.Equal(
            ["1 one", "1 two", "3 other"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..3]))
        );
    }

    [Fact]
    public async Task Reach_FirstContent_CountsEveryPersonOnce()
    {
        var run = await RunAsync("reach", "--people", "40", "--json");

        var rows = JsonNode.Parse(run.Output)!.AsArray();
        Assert.Equal(0, run.Exit);
        Assert.Equal(40, rows.Sum(row => (int)row!["first"]!));
        Assert.Equal(120, rows.Sum(row => (int)row!["firstThree"]!));
    }

    [Fact]
    public async Task Reach_FolderWithoutOccupations_SaysSo()
    {
        var run = await RunAsync("reach", "--content", Path.GetDirectoryName(File("x.csv", ""))!);

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.NotEmpty(run.Error);
    }

    [Theory]
    [InlineData("", "a folder: its name is empty.")]
    [InlineData("{0}/nowhere", "{0}/nowhere: there is no such folder.")]
    [InlineData("{0}/occupations.json", "{0}/occupations.json: it is a file, no folder.")]
    [InlineData("{0}", "{0}/occupations.json: the file is empty.")]
    [InlineData("{0}", "{0}/occupations.json: it lacks ", "[{}]")]
    public async Task Reach_FolderThatCannotBeRead_NamesIt(string folder, string line, string occupations = "")
    {
        File("occupations.json", occupations);

        var run = await RunAsync("reach", "--content", folder.Replace("{0}", _folder, StringComparison.Ordinal));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.StartsWith(
            line.Replace("{0}", _folder, StringComparison.Ordinal),
            Assert.Single(run.Error.TrimEnd().Split('\n')),
            StringComparison.Ordinal
        );
    }

    [Slow]
    [Fact]
    public async Task Calibrate_SimulatedAnswers_FindsTheParametersThatEstimateReads()
    {
        var keys = File("k.csv", Keys);
        var answers = File("a.csv", Simulated(1500));

        var run = await RunAsync("calibrate", "--answers", answers, "--keys", keys);
        var json = await RunAsync("calibrate", "--answers", answers, "--keys", keys, "--json");
        var estimate = await RunAsync(
            "estimate",
            "--answers",
            answers,
            "--keys",
            keys,
            "--parameters",
            File("i.csv", run.Output),
            "--per-scale",
            "2",
            "--json"
        );

        using var document = JsonDocument.Parse(json.Output);
        var first = document.RootElement[0];
        Assert.Equal("scale,item,keyed,a,b1,b2,b3,b4", run.Output.Split('\n')[0]);
        Assert.Equal(
            ("order", "o1", 1),
            (first.GetProperty("scale").GetString(), first.GetProperty("item").GetString(), first.GetProperty("keyed").GetInt32())
        );
        Assert.InRange(first.GetProperty("a").GetDouble(), 1.2, 2.8);
        Assert.Equal(-1.5, first.GetProperty("b1").GetDouble(), 0.3);
        using var people = JsonDocument.Parse(estimate.Output);
        Assert.Equal(1500, people.RootElement.GetArrayLength());
        Assert.Equal(2, people.RootElement[0].GetProperty("scales").GetProperty("order").GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("adaptive")]
    [InlineData("in-turn")]
    [InlineData("random")]
    public async Task Estimate_OneItemAScale_TakesOne(string policy)
    {
        var run = await EstimateAsync("--per-scale", "1", "--policy", policy, "--json");

        using var json = JsonDocument.Parse(run.Output);
        var order = json.RootElement[0].GetProperty("scales").GetProperty("order");
        Assert.Equal("anna", json.RootElement[0].GetProperty("id").GetString());
        Assert.True(order.GetProperty("mean").GetDouble() > 0);
        Assert.InRange(order.GetProperty("se").GetDouble(), 0.1, 1);
        Assert.Single(order.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Estimate_AllItems_IsTheOrdinaryEstimate()
    {
        var bank = new ItemBank(
            [
                new Item
                {
                    Id = "c1",
                    QualityId = "care",
                    Text = new([KeyValuePair.Create("fr", "c1")]),
                    Parameters = new ItemParameters(1.5, -1, 0, 1, 2),
                },
                new Item
                {
                    Id = "c2",
                    QualityId = "care",
                    Reversed = true,
                    Text = new([KeyValuePair.Create("fr", "c2")]),
                    Parameters = new ItemParameters(1.5, -1, 0, 1, 2),
                },
            ],
            ["care"]
        );
        var expected = new ProfileEstimator(bank, SymmetricMatrix.Identity(1)).Estimate([new Answer("c1", 3), new Answer("c2", 3)]).Estimates[0];

        var run = await EstimateAsync();

        var cells = run.Output.Split('\n')[1].Split(',');
        Assert.Equal("id,order,se_order,care,se_care,items", run.Output.Split('\n')[0]);
        Assert.Equal(expected.Mean, double.Parse(cells[3], CultureInfo.InvariantCulture), 1e-6);
        Assert.Equal(expected.StandardError, double.Parse(cells[4], CultureInfo.InvariantCulture), 1e-6);
        Assert.Equal("o1 o2 o3 c1 c2", cells[5]);
    }

    [Fact]
    public async Task Estimate_Correlations_BorrowsBetweenTheScales()
    {
        var alone = await EstimateAsync();

        var together = await EstimateAsync("--correlations", File("r.csv", "dimension,order,care\norder,1,0.6\ncare,0.6,1\n"));

        Assert.True(Error(together) < Error(alone));

        static double Error((int Exit, string Output, string Error) run) =>
            double.Parse(run.Output.Split('\n')[1].Split(',')[4], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Score_OnePerson_GivesContributionsThatSum()
    {
        var run = await RunAsync(
            "score",
            "--occupation",
            File("o.json", Occupation),
            "--answers",
            File("a.csv", "id,rigueur-1,rigueur-2,patience-1\nme,5,1,\n"),
            "--json"
        );

        using var json = JsonDocument.Parse(run.Output);
        var score = json.RootElement[0];
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal(
            score.GetProperty("compatibility").GetDouble(),
            score.GetProperty("contributions").EnumerateArray().Sum(entry => entry.GetProperty("points").GetDouble()),
            1e-9
        );
        Assert.InRange(score.GetProperty("compatibility").GetDouble(), score.GetProperty("low").GetDouble(), score.GetProperty("high").GetDouble());
        Assert.Equal("rigueur", score.GetProperty("contributions")[0].GetProperty("quality").GetString());
    }

    [Fact]
    public async Task Quality_RunsAndTimes_AreFlagged()
    {
        var keys = string.Concat(Enumerable.Range(1, 12).Select(k => $"s,i{k},{(k % 2 == 0 ? -1 : 1)}\n"));
        var parameters = string.Concat(Enumerable.Range(1, 12).Select(k => $"s,i{k},{(k % 2 == 0 ? -1 : 1)},2,-1.5,-0.5,0.5,1.5\n"));
        var header = "id," + string.Join(',', Enumerable.Range(1, 12).Select(k => $"i{k}")) + "\n";
        var answers = File("a.csv", header + "same,5,5,5,5,5,5,5,5,5,5,5,5\ncareful,4,2,5,2,4,1,4,2,5,2,4,2\n");
        var times = File("t.csv", header + "careful,3,3,3,3,3,3,3,3,3,3,3,3\nsame,1,1,1,1,1,1,1,1,1,1,1,\n");

        var run = await RunAsync(
            "quality",
            "--answers",
            answers,
            "--keys",
            File("k.csv", "scale,item,sign\n" + keys),
            "--parameters",
            File("i.csv", "scale,item,keyed,a,b1,b2,b3,b4\n" + parameters),
            "--times",
            times,
            "--json"
        );

        using var json = JsonDocument.Parse(run.Output);
        var (same, careful) = (json.RootElement[0], json.RootElement[1]);
        Assert.Equal("SameAnswers, Contradictions, TooFast", same.GetProperty("signs").GetString());
        Assert.Equal((12, 1.0), (same.GetProperty("longestRun").GetInt32(), same.GetProperty("medianSeconds").GetDouble()));
        Assert.False(careful.GetProperty("flagged").GetBoolean());
        Assert.True(careful.GetProperty("personFit").GetDouble() > same.GetProperty("personFit").GetDouble());
    }

    [Slow]
    [Fact]
    public async Task Simulate_SmallGallery_GivesOneRowAMeasure()
    {
        var run = await RunAsync("simulate", "--people", "2", "--gallery", File("g.csv", Gallery), "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(0, run.Exit);
        Assert.Contains(
            json.RootElement.EnumerateArray(),
            row =>
                row.GetProperty("method").GetString() == "adaptive, 24 items"
                && row.GetProperty("measure").GetString() == "top 1, %"
                && row.GetProperty("value").GetDouble() <= 100
        );
    }

    [Slow]
    [Fact]
    public async Task Evaluate_FolderWithoutData_SaysWhatIsMissingAndSimulates()
    {
        var run = await RunAsync("evaluate", "--data", _folder, "--people", "2");

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("left out: openpsych_big5/data_items.tsv is missing", run.Output, StringComparison.Ordinal);
        Assert.Contains("left out: spi_sapa/spi_2400.csv is missing", run.Output, StringComparison.Ordinal);
        Assert.Contains("left out: onet_27_0/Work Styles.txt is missing", run.Output, StringComparison.Ordinal);
        Assert.Contains("careless answers", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,calm,quick\nme,1,2\n", "p.csv, line 1, column neat: the column is missing.")]
    [InlineData("id,calm,quick,neat\nme,1,2,x\n", "p.csv, line 2, column neat: 'x' is not a number.")]
    [InlineData("id,calm,quick,neat\nme,1,2,3\nme,1,2,3\n", "p.csv, line 3, column id: 'me' stands twice.")]
    [InlineData("id,calm,quick,neat\nme,1,2\n", "p.csv, line 2: 3 cells, the header has 4.")]
    [InlineData("id,calm,quick,neat\nme,1,,3\n", "p.csv, line 2, column quick: is empty, a number is needed.")]
    [InlineData("id,calm,quick,neat,se_neat\nme,1,2,3,-1\n", "p.csv, line 2, column se_neat: a standard error is not below 0.")]
    [InlineData("", "p.csv: the file is empty.")]
    [InlineData("id,calm,quick,neat\n", "p.csv: the file has a header but no row.")]
    public async Task Rank_BadPeople_NamesFileLineAndColumn(string people, string message) =>
        AssertRefused(await RunAsync("rank", "--gallery", File("g.csv", Gallery), "--people", File("p.csv", people), "--json"), message);

    [Theory]
    [InlineData("dimension,calm,quick,neat\ncalm,1,0,0\nquick,0,1,0\n", "w.csv: there is no row for 'neat'.")]
    [InlineData("dimension,calm,quick,neat\ncalm,1,0.2,0\nquick,0,1,0\nneat,0,0,1\n", "w.csv, line 3, column calm: not symmetric: ")]
    [InlineData("dimension,calm,quick,neat\ncalm,1,3,0\nquick,3,1,0\nneat,0,0,1\n", "w.csv: W is not positive definite.")]
    public async Task Rank_BadWithin_NamesFile(string within, string message) =>
        AssertRefused(
            await RunAsync(
                "rank",
                "--gallery",
                File("g.csv", Gallery),
                "--people",
                File("p.csv", "id,calm,quick,neat\nme,1,2,3\n"),
                "--within",
                File("w.csv", within)
            ),
            message
        );

    [Fact]
    public async Task Within_NoCommonId_NamesFile() =>
        AssertRefused(
            await RunAsync("within", "--first", File("f.csv", Gallery), "--second", File("s.csv", "id,calm,quick,neat\nother,1,2,3\n")),
            "s.csv: fewer than two ids are also in"
        );

    [Theory]
    [InlineData("id,o1,o2,o3,c1\nanna,5,1,4,3\n", "a.csv, line 1, column c2: the column is missing.")]
    [InlineData("id,o1,o2,o3,c1,c2\nanna,5,1,4,3,9\n", "a.csv, line 2, column c2: the answer 9 is out of range 1 to 5.")]
    [InlineData("id,o1,o2,o3,c1,c2\nanna,5,1,4,3,0\n", "a.csv, line 2, column c2: the answer 0 is out of range 1 to 5.")]
    [InlineData("id,o1,o2,o3,c1,c2\nanna,5,1,2.5,3,1\n", "a.csv, line 2, column o3: the answer 2.5 is out of range 1 to 5.")]
    [InlineData("id,o1,o2,o3,c1,c2\nanna,5,1,yes,3,1\n", "a.csv, line 2, column o3: 'yes' is not a number.")]
    [InlineData("id,o1,o2,o3,c1,c2\nanna,5,1,2,3,1\nanna,5,1,2,3,1\n", "a.csv, line 3, column id: 'anna' stands twice.")]
    [InlineData("", "a.csv: the file is empty.")]
    public async Task Answers_Bad_NameFileLineAndColumn(string answers, string message)
    {
        var path = File("a.csv", answers);
        var (keys, parameters) = (File("k.csv", Keys), File("i.csv", Parameters));

        AssertRefused(await RunAsync("estimate", "--answers", path, "--keys", keys, "--parameters", parameters), message);
        AssertRefused(await RunAsync("quality", "--answers", path, "--keys", keys, "--parameters", parameters), message);
        AssertRefused(await RunAsync("calibrate", "--answers", path, "--keys", keys, "--categories", "5"), message);
    }

    [Theory]
    [InlineData("scale,item,keyed,a,b1,b2,b3,b4\nwit,w1,1,1,-1,0,1,2\n", "i.csv, line 2, column scale: the scale 'wit' is not in")]
    [InlineData("scale,item,keyed,a,b1,b2,b3,b4\norder,o1,1,1,-1,0,1,2\n", "i.csv: no parameters for 'o2' of the scale 'order'.")]
    [InlineData("scale,item,keyed,a,b1,b2,b3,b4\norder,o1,-1,1,-1,0,1,2\n", "i.csv, line 2, column keyed: '-1' is not the sign in")]
    [InlineData(
        "scale,item,keyed,a,b1,b2,b3,b4\norder,o1,1,1,2,0,1,2\n",
        "i.csv, line 2, column item: 'o1': The thresholds of an item must be finite and increase."
    )]
    [InlineData("scale,item,keyed,b1\norder,o1,1,0\n", "i.csv, line 1, column a: the column is missing.")]
    public async Task Estimate_BadParameters_NamesFileLineAndColumn(string parameters, string message) =>
        AssertRefused(
            await RunAsync("estimate", "--answers", File("a.csv", Answers), "--keys", File("k.csv", Keys), "--parameters", File("i.csv", parameters)),
            message
        );

    [Theory]
    [InlineData("scale,item,sign\norder,o1,2\n", "k.csv, line 2, column sign: '2' is neither 1 nor -1.")]
    [InlineData("scale,item,sign\norder,o1,1\norder,o1,1\n", "k.csv, line 3, column item: 'o1' stands twice in the scale 'order'.")]
    [InlineData("scale,sign\norder,1\n", "k.csv, line 1, column item: the column is missing.")]
    public async Task Calibrate_BadKeys_NamesFileLineAndColumn(string keys, string message) =>
        AssertRefused(await RunAsync("calibrate", "--answers", File("a.csv", Answers), "--keys", File("k.csv", keys)), message);

    [Fact]
    public async Task Calibrate_ConstantItem_NamesScale() =>
        AssertRefused(
            await RunAsync(
                "calibrate",
                "--answers",
                File("a.csv", "o1,o2\n3,1\n3,2\n"),
                "--keys",
                File("k.csv", "scale,item,sign\norder,o1,1\norder,o2,1\n")
            ),
            "a.csv: scale 'order' (o1, o2): Item 1 has fewer than two different answers."
        );

    [Theory]
    [InlineData(
        """{"id": "x", "requirements": [{"quality": "bravoure", "level": 4, "importance": 5}]}""",
        "o.json: requirement 1: 'bravoure' is not a quality"
    )]
    [InlineData(
        """{"id": "x", "requirements": [{"quality": "rigueur", "level": 9, "importance": 5}]}""",
        "o.json: requirement 1: A level goes from 1 to 5."
    )]
    [InlineData("""{"id": "x", "requirements": []}""", "o.json: The occupation 'x' needs at least one requirement.")]
    [InlineData("{\n\"id\": }", "o.json, line 2:")]
    public async Task Score_BadOccupation_NamesFile(string occupation, string message) =>
        AssertRefused(await RunAsync("score", "--occupation", File("o.json", occupation), "--answers", File("a.csv", "rigueur-1\n3\n")), message);

    [Fact]
    public async Task Score_UnknownItem_NamesColumn() =>
        AssertRefused(
            await RunAsync("score", "--occupation", File("o.json", Occupation), "--answers", File("a.csv", "id,rigueur-99\nme,3\n")),
            "a.csv, line 1, column rigueur-99: the bank has no such item; "
        );

    [Fact]
    public async Task Quality_TimesOfOtherPeople_NamesWho() =>
        AssertRefused(
            await RunAsync(
                "quality",
                "--answers",
                File("a.csv", Answers),
                "--keys",
                File("k.csv", Keys),
                "--parameters",
                File("i.csv", Parameters),
                "--times",
                File("t.csv", "id,o1,o2,o3,c1,c2\nanna,1,1,1,1,1\n")
            ),
            "t.csv: there are no times for 'bob'"
        );

    [Theory]
    [InlineData("rank", "--gallery", "--people")]
    [InlineData("within", "--first", "--second")]
    [InlineData("calibrate", "--keys", "--answers")]
    [InlineData("score", "--occupation", "--answers")]
    public async Task Command_MissingFile_NamesIt(string command, string one, string other)
    {
        var nowhere = Path.Combine(_folder, "nowhere.csv");

        AssertRefused(await RunAsync(command, one, nowhere, other, nowhere), "nowhere.csv");
    }

    [Fact]
    public async Task Evaluate_MissingFolder_NamesIt() =>
        AssertRefused(await RunAsync("evaluate", "--data", Path.Combine(_folder, "nowhere")), "nowhere: there is no such folder.");

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("99999999999")]
    public async Task Rank_TopIsNoUsableNumber_IsRefusedOnTheErrorOutputAlone(string top) =>
        AssertRefused(
            await RunAsync("rank", "--gallery", File("g.csv", Gallery), "--people", File("p.csv", "id,calm,quick,neat\nme,1,2,5\n"), "--top", top),
            "--top"
        );

    [Fact]
    public async Task Rank_StandardErrorOfAnUnknownDimension_NamesTheColumn() =>
        AssertRefused(
            await RunAsync("rank", "--gallery", File("g.csv", Gallery), "--people", File("p.csv", "id,calm,quick,neat,se_Calm\nme,1,2,5,1\n")),
            "p.csv, line 1, column se_Calm"
        );

    [Fact]
    public async Task Rank_NumberWhoseSquareOverflows_NamesItsPlace() =>
        AssertRefused(
            await RunAsync("rank", "--gallery", File("g.csv", Gallery), "--people", File("p.csv", "id,calm,quick,neat\nme,1,2,1e200\n"), "--json"),
            "p.csv, line 2, column neat: 1e200 is too large"
        );

    [Fact]
    public async Task Calibrate_AnswersThatNobodyGave_WarnsAndChangesNothingElse()
    {
        string[] files = ["--answers", File("a.csv", Simulated(400)), "--keys", File("k.csv", Keys)];

        var five = await RunAsync(["calibrate", .. files]);
        var seven = await RunAsync(["calibrate", .. files, "--categories", "7"]);

        Assert.Equal(0, seven.Exit);
        Assert.Contains("scale 'order', item 'o1': 2 of 7 answers were never given", seven.Error, StringComparison.Ordinal);
        Assert.StartsWith(five.Output.Split('\n')[1], seven.Output.Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(
            0,
            (
                await RunAsync(
                    "estimate",
                    "--answers",
                    File("a.csv", Simulated(400)),
                    "--keys",
                    File("k.csv", Keys),
                    "--parameters",
                    File("i.csv", seven.Output)
                )
            ).Exit
        );
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2000")]
    public async Task Calibrate_UnusableNumberOfAnswers_IsRefused(string categories) =>
        AssertRefused(
            await RunAsync("calibrate", "--answers", File("a.csv", Answers), "--keys", File("k.csv", Keys), "--categories", categories),
            "--categories goes from 2 to 16."
        );

    [Fact]
    public async Task Estimate_GapBetweenThresholds_NamesIt() =>
        AssertRefused(
            await RunAsync(
                "estimate",
                "--answers",
                File("a.csv", Answers),
                "--keys",
                File("k.csv", Keys),
                "--parameters",
                File("i.csv", Parameters.Replace("1.8,-1.5,-0.5", "1.8,-1.5,", StringComparison.Ordinal))
            ),
            "i.csv, line 2, column b2"
        );

    [Fact]
    public async Task Estimate_CorrelationsWithoutOnes_AreRefused() =>
        AssertRefused(
            await EstimateAsync("--correlations", File("r.csv", "dimension,order,care\norder,4,0.5\ncare,0.5,1\n")),
            "4 is not a correlation"
        );

    [Fact]
    public async Task Correlations_Learned_AreWhatEstimateReads()
    {
        string[] files = ["--answers", File("a.csv", Simulated(300)), "--keys", File("k.csv", Keys), "--parameters", File("i.csv", Parameters)];

        var learned = await RunAsync(["correlations", .. files]);
        var estimated = await RunAsync(["estimate", .. files, "--per-scale", "1", "--correlations", File("r.csv", learned.Output)]);

        Assert.Equal((0, ""), (learned.Exit, learned.Error));
        Assert.StartsWith("dimension,order,care\norder,1,", learned.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (estimated.Exit, estimated.Error));
        Assert.Equal(estimated.Output, (await RunAsync(["estimate", .. files, "--per-scale", "1"])).Output);
    }

    [Fact]
    public async Task Correlations_TooFewPeople_AreRefused() =>
        AssertRefused(
            await RunAsync(
                "correlations",
                "--answers",
                File("a.csv", Answers),
                "--keys",
                File("k.csv", Keys),
                "--parameters",
                File("i.csv", Parameters)
            ),
            "at least 200 people"
        );

    [Fact]
    public async Task Quality_ItemOfTwoScales_CountsOnce()
    {
        var keys = Keys + "care,o1,1\n";
        var parameters = Parameters + "care,o1,1,1.5,-1,0,1,2\n";

        var run = await RunAsync(
            "quality",
            "--answers",
            File("a.csv", Answers),
            "--keys",
            File("k.csv", keys),
            "--parameters",
            File("i.csv", parameters),
            "--json"
        );

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(5, json.RootElement[0].GetProperty("answers").GetInt32());
    }

    [Fact]
    public async Task Score_TwelveTimesTheSameAnswer_IsFlaggedAndWider()
    {
        using var items = JsonDocument.Parse((await RunAsync("items", "--json")).Output);
        var names = items
            .RootElement.EnumerateArray()
            .Where(item => item.GetProperty("scale").GetString() is "rigueur" or "patience")
            .Select(item => item.GetProperty("item").GetString()!)
            .ToList();
        var run = await RunAsync(
            "score",
            "--occupation",
            File("o.json", Occupation),
            "--answers",
            File("a.csv", $"id,{string.Join(',', names)}\nsame,{string.Join(',', names.Select(_ => 5))}\n"),
            "--json"
        );

        using var json = JsonDocument.Parse(run.Output);
        Assert.True(json.RootElement[0].GetProperty("flagged").GetBoolean());
        Assert.Contains("SameAnswers", json.RootElement[0].GetProperty("signs").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id": "x", "requirements": [{"quality": "rigueur", "importance": 5}]}""", "requirement 1: 'level' is not a number")]
    [InlineData(
        """{"id": "x", "requirements": [{"quality": "rigueur", "level": 4, "importance": 5, "surplsu": 1}]}""",
        "requirement 1: 'surplsu' is not known"
    )]
    [InlineData(
        """{"id": "x", "requirements": [{"quality": "courage", "level": 4, "importance": 5}]}""",
        "requirement 1: 'courage' is not a quality"
    )]
    [InlineData("""{"requirements": []}""", "the occupation")]
    public async Task Score_FaultyOccupation_SaysWhatIsWrong(string occupation, string message) =>
        AssertRefused(await RunAsync("score", "--occupation", File("o.json", occupation), "--answers", File("a.csv", "rigueur-1\n4\n")), message);

    [Slow]
    [Fact]
    public async Task Simulate_WithoutGallery_SaysThatTheOccupationsAreMadeUpAndWantsNothingOfThem()
    {
        var run = await RunAsync("simulate", "--people", "2", "--json");

        using var json = JsonDocument.Parse(run.Output);
        var ranking = json
            .RootElement.EnumerateArray()
            .Where(row => row.GetProperty("test").GetString()!.StartsWith("right occupation", StringComparison.Ordinal))
            .ToList();
        Assert.All(ranking, row => Assert.Contains("among 891 made-up ones, ", row.GetProperty("test").GetString(), StringComparison.Ordinal));
        Assert.All(ranking, row => Assert.Equal("", row.GetProperty("wanted").GetString()));
    }

    private static void AssertRefused((int Exit, string Output, string Error) run, string message)
    {
        Assert.Equal((ExitCode.Faulty, ""), (run.Exit, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    /// <summary>Answers of simulated people to the five items of the constants above.</summary>
    private static string Simulated(int people)
    {
        var random = new SeededRandom(3);
        ItemParameters[] items =
        [
            new(1.8, -1.5, -0.5, 0.5, 1.5),
            new(1.2, -1.6, -0.4, 0.4, 1.6),
            new(0.9, -2, -1, 1, 2),
            new(1.5, -1, 0, 1, 2),
            new(1.5, -1, 0, 1, 2),
        ];
        var probabilities = new double[5];
        var lines = new List<string> { "o1,o2,o3,c1,c2" };
        for (var person = 0; person < people; person++)
        {
            double[] levels = [random.NextNormal(), random.NextNormal()];
            var cells = new int[5];
            for (var at = 0; at < 5; at++)
            {
                GradedResponseModel.Probabilities(items[at], levels[at < 3 ? 0 : 1], probabilities);
                var draw = random.NextDouble();
                var coded = 1;
                while (coded < 5 && draw > probabilities[coded - 1])
                {
                    draw -= probabilities[coded++ - 1];
                }

                cells[at] = at is 1 or 4 ? 6 - coded : coded;
            }

            lines.Add(string.Join(',', cells));
        }

        return string.Join('\n', lines) + "\n";
    }

    private string File(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    private Task<(int Exit, string Output, string Error)> EstimateAsync(params string[] options) =>
        RunAsync([
            "estimate",
            "--answers",
            File("a.csv", Answers),
            "--keys",
            File("k.csv", Keys),
            "--parameters",
            File("i.csv", Parameters),
            .. options,
        ]);

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await PortalCommand.RunAsync(
            new ConfigurationBuilder().Build(),
            ["quiz", .. arguments],
            new InvocationConfiguration { Output = output, Error = error },
            Cancellation
        );
        return (exit, output.ToString(), error.ToString());
    }
}
