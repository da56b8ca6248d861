using System.CommandLine;
using CareerPortal.Cli.Shell;
using CareerPortal.Exchange;
using CareerPortal.Testing;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Tests;

public sealed class GuideFileCommandTests : IDisposable
{
    private static readonly GuideFile Guide = Sample.BriefGuide();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("careerportal-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Merge_FieldsOfEachAndOneOfBoth_TakesTheFirstAndShowsTheLast()
    {
        var mine = Guide with { Slug = "le-mien", Content = Guide.Content with { Summary = "Un résumé de ma main.", Pros = ["Le calme"] } };
        var theirs = Guide with { Content = Guide.Content with { Summary = "Un résumé de leur main.", Cons = ["La poussière"] } };

        var run = await RunAsync("merge", Write("base", Guide), Write("mine", mine), Write("theirs", theirs), At("result"));

        var merged = ExchangeJson.Read<GuideFile>(await File.ReadAllTextAsync(At("result"), TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Undecided, run.Exit);
        Assert.Equal(("le-mien", Guide.Content.Summary), (merged.Slug, merged.Content.Summary));
        Assert.Equal(["Le calme", "La poussière"], merged.Content.Pros.Concat(merged.Content.Cons));
        Assert.Contains("undecided content.summary", run.Output, StringComparison.Ordinal);
        Assert.Contains("Un résumé de ma main.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Un résumé de leur main.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_TwoStates_TellsEachFieldThatDiffers()
    {
        var now = Guide with { Content = Guide.Content with { Tagline = "Relier, c’est garder.", Missions = [.. Guide.Content.Missions.Skip(1)] } };

        var run = await RunAsync("compare", Write("was", Guide), Write("now", now));

        Assert.Equal(0, run.Exit);
        Assert.Contains("added   content.tagline: Relier, c’est garder.", run.Output, StringComparison.Ordinal);
        Assert.Contains("removed content.missions[0]: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 differences.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is no guide file: the file is empty.")]
    [InlineData("{}", "is no guide file: it lacks 'format', ")]
    [InlineData("null", "is no guide file: ")]
    [InlineData("{\"format\": \"one\"}", "is no guide file: $.format: the value is none that may stand there (line 1).")]
    [InlineData("{\n\"nom\": 1}", "is no guide file: 'nom' is not known.")]
    [InlineData("{\n", "is no guide file: ")]
    public async Task CompareAndMerge_FileThatIsNoGuide_NameItInOneLine(string text, string line)
    {
        await File.WriteAllTextAsync(At("broken"), text, TestContext.Current.CancellationToken);

        var compared = await RunAsync("compare", Write("was", Guide), At("broken"));
        var merged = await RunAsync("merge", At("was"), At("was"), At("broken"), At("result"));

        Assert.Equal((ExitCode.Faulty, ExitCode.Faulty), (compared.Exit, merged.Exit));
        Assert.StartsWith($"{At("broken")}: {line}", Assert.Single(Lines(compared.Error)), StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", compared.Error, StringComparison.Ordinal);
        Assert.Equal(compared.Error, merged.Error);
    }

    [Fact]
    public async Task Compare_FolderOrNothing_NamesIt()
    {
        var folder = await RunAsync("compare", _folder.FullName, Write("now", Guide));
        var nothing = await RunAsync("compare", At("now"), At("nowhere/now"));

        Assert.Equal((ExitCode.Faulty, $"{_folder.FullName}: it is a folder, no file."), (folder.Exit, folder.Error.TrimEnd()));
        Assert.Equal((ExitCode.Faulty, $"{At("nowhere/now")}: there is no such file."), (nothing.Exit, nothing.Error.TrimEnd()));
    }

    [Theory]
    [InlineData("base")]
    [InlineData("mine")]
    [InlineData("folder/../theirs")]
    [InlineData("link")]
    [InlineData("there")]
    public async Task Merge_ResultThatIsThere_IsRefusedAndLeftAsItWas(string result)
    {
        Directory.CreateDirectory(At("folder"));
        File.CreateSymbolicLink(At("link"), Write("mine", Guide with { Slug = "le-mien" }));
        await File.WriteAllTextAsync(At("there"), "older", TestContext.Current.CancellationToken);
        var inputs = new[] { Write("base", Guide), At("mine"), Write("theirs", Guide) };
        var before = await File.ReadAllTextAsync(At(result), TestContext.Current.CancellationToken);

        var run = await RunAsync(["merge", .. inputs, At(result)]);

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.StartsWith($"{At(result)}: ", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(At(result), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("there", 0)]
    [InlineData("mine", ExitCode.Faulty)]
    [InlineData("link", ExitCode.Faulty)]
    public async Task Merge_Overwrite_WritesOverAnOlderResultButNoInput(string result, int exit)
    {
        File.CreateSymbolicLink(At("link"), Write("mine", Guide with { Slug = "le-mien" }));
        await File.WriteAllTextAsync(At("there"), new string('x', 100_000), TestContext.Current.CancellationToken);

        var run = await RunAsync("merge", Write("base", Guide), At("mine"), Write("theirs", Guide), At(result), "--overwrite");

        var left = ExchangeJson.Read<GuideFile>(await File.ReadAllTextAsync(At(result), TestContext.Current.CancellationToken));
        Assert.Equal((exit, "le-mien"), (run.Exit, left.Slug));
    }

    [Fact]
    public async Task Merge_ResultInNoFolder_NamesIt()
    {
        var run = await RunAsync("merge", Write("base", Guide), At("base"), At("base"), At("nowhere/result"));

        Assert.Equal((ExitCode.Faulty, $"{At("nowhere/result")}: there is no such folder to write into."), (run.Exit, run.Error.TrimEnd()));
    }

    [Theory]
    [InlineData("tailleur", "fr")]
    [InlineData("relieur", "nl")]
    public async Task MergeAndCompare_AnotherGuide_OnlyCompareGoesOn(string occupation, string language)
    {
        var other = Write("theirs", Guide with { Occupation = occupation, Language = language });

        var merged = await RunAsync("merge", Write("base", Guide), At("base"), other, At("result"));
        var compared = await RunAsync("compare", At("base"), other);

        Assert.Equal((ExitCode.Faulty, 0), (merged.Exit, compared.Exit));
        Assert.Contains($"'{occupation}' in '{language}'", Assert.Single(Lines(merged.Error)), StringComparison.Ordinal);
        Assert.Contains($"'{Guide.Occupation}' in '{Guide.Language}'", merged.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("result")));
    }

    private static string[] Lines(string text) => text.TrimEnd().Split('\n');

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, GuideFile guide)
    {
        File.WriteAllText(At(name), ExchangeJson.Write(guide, indented: true));
        return At(name);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var command = PortalCommand.Make(new ConfigurationBuilder().Build());
        var exit = await command
            .Parse(["content", .. arguments])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
