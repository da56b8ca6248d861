using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CareerPortal.Cli.Shell;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Tests.Offers;

public sealed class OffersCommandTests : IDisposable
{
    private const string Header = "id,title,employer,postcode,city,contract,published,reference\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("offers-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Classify_GoodFile_TellsOccupationParentAndConfidenceOfEachInItsOrder()
    {
        var file = Write(
            "o.csv",
            "id,title,code\nb,\"Boucher, charcutier « de rang » \"\"A\"\" (H/F/X)\",\na,Responsable de production,H250201-1\nc,12345,\nd,Boulanger,Z999901-1\n"
        );

        var run = await RunAsync("classify", file);

        using var json = JsonDocument.Parse(run.Output);
        var offers = json.RootElement.EnumerateArray().ToList();
        Assert.Equal(0, run.Exit);
        Assert.Equal(["b", "a", "c", "d"], offers.Select(o => o.GetProperty("id").GetString()));
        Assert.Equal(["D1101", "H2502", null, "D1102"], offers.Select(o => o.GetProperty("parent").GetString()));
        Assert.Equal(["Title", "CodeAndTitle", null, "Title"], offers.Select(o => o.GetProperty("by").GetString()));
        Assert.Equal([3, 3, 0, 3], offers.Select(o => o.GetProperty("top").GetArrayLength()));
        Assert.All(offers.Where(o => o.GetProperty("id").GetString() != "c"), HasItsFirstOccupation);
        Assert.Contains("4 offers: 1 without an occupation, 1 with a code that is not known.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_Output_GoesToTheFile()
    {
        var target = Path.Combine(_folder, "out.json");

        var run = await RunAsync("group", Write("o.csv", Header + "1,Étalagiste,,,,,,\n"), "--output", target);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(target, Cancellation));
        Assert.Equal((0, ""), (run.Exit, run.Output));
        Assert.Equal(0, json.RootElement.GetProperty("same").GetArrayLength());
    }

    [Theory]
    [InlineData("classify", "", "the file is empty")]
    [InlineData("classify", "id,title\n", "no row")]
    [InlineData("classify", "number,title\n1,x\n", "column id: the column is missing")]
    [InlineData("classify", "id;title\n1;x\n", "the column is missing")]
    [InlineData("classify", "id,title\n,x\n", "line 2, column id: is empty")]
    [InlineData("classify", "id,title\n1,x,y\n", "line 2: 3 cells")]
    [InlineData("classify", "id,title\n1,\"x\n2,y\n", "a quote is not closed")]
    [InlineData("group", "", "the file is empty")]
    [InlineData("group", "id,title\n1,x\n", "column employer: the column is missing")]
    [InlineData("group", Header + "1,x,,,,,,\n1,y,,,,,,\n", "line 3, column id: 1 stands twice")]
    [InlineData("group", Header + "1,x,,,,,01/10/2026,\n", "is no day such as 2026-10-01")]
    public async Task Offers_BadFile_IsToldInOneLine(string command, string text, string problem)
    {
        var run = await RunAsync(command, Write("o.csv", text));

        Assert.Equal((ExitCode.Faulty, ""), (run.Exit, run.Output));
        Assert.Contains(problem, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classify", "id,title\n1,")]
    [InlineData("group", Header + "1,x,,,,,,")]
    public async Task Offers_FieldOfMoreThanAMegabyte_IsRefused(string command, string start)
    {
        var run = await RunAsync(command, Write("o.csv", start + new string('x', 1_100_000) + "\n"));

        Assert.Equal((ExitCode.Faulty, ""), (run.Exit, run.Output));
        Assert.Contains("longer than 1000000 characters", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classify", "id,title\n1,")]
    [InlineData("group", Header + "1,")]
    public async Task Offers_FileThatIsNotUtf8_IsRefused(string command, string start)
    {
        var path = Path.Combine(_folder, "latin.csv");
        await File.WriteAllBytesAsync(path, Encoding.Latin1.GetBytes(start + "Étalagiste\n"), Cancellation);

        var run = await RunAsync(command, path);

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("is not UTF-8", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classify")]
    [InlineData("group")]
    public async Task Offers_NoFile_IsTold(string command)
    {
        var run = await RunAsync(command, Path.Combine(_folder, "none.csv"));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("there is no such file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_OutputThatCannotBeWritten_IsTold()
    {
        var run = await RunAsync("group", Write("o.csv", Header + "1,x,,,,,,\n"), "--output", _folder);

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Group_AnyOrderOfLines_TellsTheSameGroupsWithReasons()
    {
        string[] lines =
        [
            "o1,Soudeur TIG inox (H/F/X),Ateliers Brumelande,5000,Namur,Durée indéterminée,2026-10-01,",
            "o2,SOUDEUR TIG INOX – Namur,ATELIERS BRUMELANDE SA,5000,NAMUR,CDI,2026-10-09,",
            "o10,Soudeur TIG inox,Ateliers Brumelande,7000,Mons,,2026-10-02,",
            "o4,Boulanger,CPAS,,,,,",
        ];

        var run = await RunAsync("group", Write("a.csv", Header + string.Join('\n', lines)));
        var turned = await RunAsync("group", Write("b.csv", Header + string.Join('\n', lines.Reverse())));

        using var json = JsonDocument.Parse(run.Output);
        var same = Assert.Single(json.RootElement.GetProperty("same").EnumerateArray());
        var places = Assert.Single(json.RootElement.GetProperty("severalPlaces").EnumerateArray());
        Assert.Equal(["o1", "o2"], Ids(same));
        Assert.Equal("EmployerAndTown", same.GetProperty("links")[0].GetProperty("reason").GetString());
        Assert.Equal(["o1", "o2", "o10"], Ids(places));
        Assert.Contains("4 offers: 1 posts seen more than once, 1 texts for several places.", run.Error, StringComparison.Ordinal);
        Assert.Equal((0, run.Output), (turned.Exit, turned.Output));
    }

    /// <summary>The tenth of the names that the figures are told of; what is asked of them is the portal's own demand.</summary>
    [Fact]
    public async Task Evaluate_NamesHeldBack_AreFoundFarOftenerThanByACosine()
    {
        var run = await RunAsync("evaluate", "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.InRange(Figure("questions"), 2000, 2500);
        Assert.InRange(Figure("familyFirst"), 0.71, 1);
        Assert.InRange(Figure("familyFive"), 0.90, 1);
        Assert.InRange(Figure("fewerMisses"), 0.33, 1);
        Assert.InRange(Figure("cosineFirst"), 0.55, 0.60);
        Assert.Equal(1, Figure("codedFamily"));
        Assert.InRange(Figure("codedFirst"), 0.86, 1);
        Assert.Equal(0, Figure("dropped"));
        Assert.InRange(Figure("reliabilityError"), 0, 0.06);

        double Figure(string name) => json.RootElement.GetProperty(name).GetDouble();
    }

    private static void HasItsFirstOccupation(JsonElement offer)
    {
        var first = offer.GetProperty("top")[0];
        Assert.Equal(first.GetProperty("code").GetString(), offer.GetProperty("code").GetString());
        Assert.Equal(first.GetProperty("confidence").GetDouble(), offer.GetProperty("confidence").GetDouble());
        Assert.InRange(offer.GetProperty("confidence").GetDouble(), 0.001, 1);
    }

    private static IEnumerable<string?> Ids(JsonElement group) => group.GetProperty("ids").EnumerateArray().Select(i => i.GetString());

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exit = await PortalCommand.RunAsync(
            new ConfigurationBuilder().Build(),
            ["offers", .. arguments],
            new InvocationConfiguration { Output = output, Error = error },
            Cancellation
        );
        return (exit, output.ToString(), error.ToString());
    }
}
