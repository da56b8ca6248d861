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

    [Fact]
    public async Task Compare_FileThatIsNoGuide_NamesIt()
    {
        await File.WriteAllTextAsync(At("broken"), "{}", TestContext.Current.CancellationToken);

        var run = await RunAsync("compare", Write("was", Guide), At("broken"));

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.StartsWith("broken: ", run.Error, StringComparison.Ordinal);
    }

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
