using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CareerPortal.Cli.Shell;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Testing;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Tests;

/// <summary>What is learned from open data before anyone here has answered, on made-up data of the same form.</summary>
public sealed class StartNormsTests : IDisposable
{
    private const int People = 300;

    /// <summary>Where forward items lie: most people agree. Reversed ones lie 0.4 higher.</summary>
    private const double Centre = -0.7;

    private static readonly string[] SpiScales =
    [
        "Compassion",
        "Irritability",
        "Sociability",
        "Anxiety",
        "Honesty",
        "Industry",
        "Intellect",
        "Creativity",
        "Impulsivity",
        "Order",
        "Authoritarianism",
        "Charisma",
        "Trust",
        "Introspection",
        "Perfectionism",
        "SelfControl",
        "Adaptability",
        "EmotionalStability",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task StartNorms_MadeUpPeople_FindsWhereTheirItemsLieAndWritesWhatTheEngineReads()
    {
        MakeUp();
        var output = Path.Combine(_folder, "norms.json");

        var run = await RunAsync("start-norms", "--data", _folder, "--output", output);

        Assert.Equal(0, run.Exit);
        using var stream = File.OpenRead(output);
        var norms = StartNorms.Read(stream);
        Assert.Equal(Centre, norms.Of(ItemKind.Trait).Parameters.B.Average(), 0.15);
        Assert.Equal(Centre + 0.4, norms.Of(ItemKind.ReversedTrait).Parameters.B.Average(), 0.15);
        Assert.Equal(140, norms.Of(ItemKind.Trait).Items + norms.Of(ItemKind.ReversedTrait).Items);
        Assert.Contains("Acquiescence", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start-norms")]
    [InlineData("start-correlations")]
    public async Task StartNorms_NoData_NamesTheFile(string command)
    {
        var run = await RunAsync(command, "--data", _folder);

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("spi_sapa/spi_2400.csv is missing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartCorrelations_MadeUpPeople_IsAMatrixOfTheQualities()
    {
        MakeUp();

        var run = await RunAsync("start-correlations", "--data", _folder);

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"dimension,{string.Join(',', QualityIds.All)}", lines[0]);
        var cells = lines[1..].Select(line => line.Split(',')[1..].Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Assert.True(Cholesky.TryFactor([.. cells.SelectMany(row => row)], 24));
    }

    [Slow]
    [Fact]
    public async Task Evaluate_PeopleWithUnknownParameters_NormsTellTheTruthWhereCentredThresholdsDoNot()
    {
        MakeUp();

        var rows = await EvaluateAsync("unknown");

        var centred = rows.Where(row => row.Method.StartsWith("thresholds centred", StringComparison.Ordinal)).ToList();
        var norms = rows.Where(row => row.Method == "start norms").ToList();
        Assert.Equal(2, norms.Count(row => row.Measure.StartsWith("bias", StringComparison.Ordinal)));
        Assert.All(centred.Where(row => row.Measure.StartsWith("bias", StringComparison.Ordinal)), row => Assert.True(row.Value > 5));
        Assert.All(norms.Where(row => row.Measure.StartsWith("bias", StringComparison.Ordinal)), row => Assert.InRange(row.Value, -3.5, 3.5));
        Assert.All(norms.Where(row => row.Measure.StartsWith("coverage", StringComparison.Ordinal)), row => Assert.InRange(row.Value, 82, 98));
    }

    [Fact]
    public async Task Evaluate_CarelessAnswers_FindsMostRandomClicksAndSparesPeople()
    {
        MakeUp();

        var rows = await EvaluateAsync("careless");

        Assert.InRange(Value("as they answered, 24 answers, mean of both"), 0, 5);
        Assert.True(Value("random clicks, 24 answers, mean of both") > 75);
        Assert.Equal(100, Value("always the same answer, 24 answers, mean of both"), 6);

        double Value(string method) => rows.Single(row => row.Method == method && row.Test.EndsWith("even rows", StringComparison.Ordinal)).Value;
    }

    private async Task<List<(string Test, string Method, string Measure, double Value)>> EvaluateAsync(string only)
    {
        var run = await RunAsync("evaluate", "--data", _folder, "--only", only, "--json");
        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Output);
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(row =>
                    (
                        row.GetProperty("test").GetString()!,
                        row.GetProperty("method").GetString()!,
                        row.GetProperty("measure").GetString()!,
                        row.GetProperty("value").GetDouble()
                    )
                ),
        ];
    }

    /// <summary>Both data sets, answered by people who follow the model.</summary>
    private void MakeUp()
    {
        var turned = new[] { "Irritability", "Anxiety", "Impulsivity", "EmotionalStability", "N" };
        Directory.CreateDirectory(Path.Combine(_folder, "spi_sapa"));
        Directory.CreateDirectory(Path.Combine(_folder, "openpsych_big5"));
        var spi = SpiScales
            .SelectMany(scale => Enumerable.Range(1, 5).Select(k => (Scale: scale, Item: $"q_{scale}{k}", Reversed: k % 2 == 0)))
            .ToList();
        File.WriteAllLines(
            Path.Combine(_folder, "spi_sapa", "zola_keys.csv"),
            spi.Select(item => $"{item.Scale},{item.Item},{(item.Reversed != turned.Contains(item.Scale) ? -1 : 1)}").Prepend("scale,item,sign")
        );
        Write(Path.Combine(_folder, "spi_sapa", "spi_2400.csv"), spi, 6, ',', []);

        string[] reversed = ["E2 E4 E6 E8 E10", "A1 A3 A5 A7", "C2 C4 C6 C8", "O2 O4 O6", "N1 N3 N5 N6 N7 N8 N9 N10"];
        var keyed = reversed.SelectMany(row => row.Split(' ')).ToHashSet();
        var bigFive = "ENACO"
            .SelectMany(scale =>
                Enumerable.Range(1, 10).Select(k => (Scale: $"{scale}", Item: $"{scale}{k}", Reversed: keyed.Contains($"{scale}{k}")))
            )
            .ToList();
        Write(Path.Combine(_folder, "openpsych_big5", "data_items.tsv"), bigFive, 5, '\t', ["country"]);
    }

    private static void Write(string path, List<(string Scale, string Item, bool Reversed)> items, int answers, char separator, string[] more)
    {
        var random = new SeededRandom((ulong)answers);
        var bank = new ItemBank(
            items.Select(item => new Item
            {
                Id = item.Item,
                QualityId = item.Scale,
                Reversed = item.Reversed,
                Text = new QuizText([KeyValuePair.Create("fr", item.Item)]),
                Parameters = Parameters(item.Reversed),
            }),
            items.Select(item => item.Scale).Distinct()
        );
        var sigma = SymmetricMatrix.Identity(bank.Dimensions.Count);
        File.WriteAllLines(
            path,
            Enumerable
                .Range(0, People)
                .Select(p => SimulatedPerson.Draw(bank, sigma, random).Answers(items.Select(item => item.Item)).Select(answer => $"{answer.Value}"))
                .Select((cells, p) => string.Join(separator, more.Select(_ => p % 2 == 0 ? "BE" : "FR").Concat(cells)))
                .Prepend(string.Join(separator, more.Concat(items.Select(item => item.Item))))
        );

        ItemParameters Parameters(bool isReversed)
        {
            var centre = Centre + (isReversed ? 0.4 : 0) + 0.2 * random.NextNormal();
            var five = new ItemParameters(1.8 * Math.Exp(0.2 * random.NextNormal()), centre - 1.6, centre - 0.5, centre + 0.5, centre + 1.6);
            return AnswerScale.Convert(five, answers);
        }
    }

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
