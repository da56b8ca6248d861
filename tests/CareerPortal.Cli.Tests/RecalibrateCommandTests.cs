using System.CommandLine;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Shell;
using CareerPortal.Quiz.Items;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using static CareerPortal.Compatibility.QuizSets;

namespace CareerPortal.Cli.Tests;

/// <summary><c>quiz recalibrate</c> on a store where a few people shared their answers.</summary>
public sealed class RecalibrateCommandTests : IDisposable
{
    private const int People = 5;

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Slow]
    [Fact]
    public async Task Recalibrate_WithoutApply_TellsWhatWouldChangeAndChangesNothing()
    {
        await ShareAsync();

        var run = await RunAsync("quiz", "recalibrate");

        Assert.Equal((0, ""), (run.Exit, run.Error));
        var version = ItemBank.Load().Version;
        Assert.Contains($"{version} -> {version}+c1", run.Output, StringComparison.Ordinal);
        Assert.Contains($"learned from {People} people", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", run.Output, StringComparison.Ordinal);
        await using var context = _store.CreateDbContext();
        Assert.Empty(await context.BankCalibrations.ToListAsync(Cancellation));
    }

    [Slow]
    [Fact]
    public async Task Recalibrate_Apply_StoresTheNextVersion()
    {
        await ShareAsync();

        var first = JsonNode.Parse((await RunAsync("quiz", "recalibrate", "--apply", "--json")).Output)!;
        var second = JsonNode.Parse((await RunAsync("quiz", "recalibrate", "--json")).Output)!;

        Assert.True((bool)first["applied"]!);
        Assert.Equal((string)first["to"]!, (string)second["from"]!);
        Assert.EndsWith("+c2", (string)second["to"]!, StringComparison.Ordinal);
        Assert.False((bool)second["applied"]!);
        Assert.All(second["items"]!.AsArray(), item => Assert.Equal(0, (double)item!["place"]!, 1e-6));
        Assert.Equal(People, second["results"]!.AsArray().Sum(band => (int)band!["results"]!));
    }

    [Theory]
    [InlineData]
    [InlineData("--apply")]
    [InlineData("--json")]
    public async Task Recalibrate_WhereNobodyShared_SaysSoInOneLine(params string[] options)
    {
        var run = await RunAsync(["quiz", "recalibrate", .. options]);

        Assert.Equal((ExitCode.Failed, ""), (run.Exit, run.Output));
        Assert.Contains("there is nothing to learn from", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Recalibrate_SiteWithoutDatabase_NamesTheFolder(bool isThere)
    {
        var folder = Path.Combine(_store.Folder, "site");
        if (isThere)
        {
            Directory.CreateDirectory(folder);
        }

        var run = await RunInAsync(null, "quiz", "recalibrate", "--site", folder);

        Assert.Equal(ExitCode.OutOfDate, run.Exit);
        Assert.Contains(folder, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(isThere, Directory.Exists(folder));
    }

    [Fact]
    public async Task Recalibrate_OldDatabase_NamesTheCommand()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_store.Folder, "empty")).FullName;
        await File.Create(Path.Combine(folder, "portal.db")).DisposeAsync();

        var run = await RunInAsync(folder, "quiz", "recalibrate");

        Assert.Equal(ExitCode.OutOfDate, run.Exit);
        Assert.Contains("database migrate", run.Error, StringComparison.Ordinal);
    }

    private async Task ShareAsync()
    {
        await _store.ImportAsync(Sample.Set(Sample.BriefGuide()), Cancellation);
        var parts = new QuizParts(_store, TimeProvider.System);
        for (var p = 0; p < People; p++)
        {
            var (code, asked) = ((await parts.Desk.StartAsync(Sample.BriefGuide().Occupation, "fr", Cancellation))!, p);
            await parts.Sharing.ShareAsync(await parts.TakeAsync(code, item => item.Coded(asked++ % 3 == 0 ? 5 : 4), Cancellation), Cancellation);
        }
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => RunInAsync(_store.Folder, arguments);

    private static async Task<(int Exit, string Output, string Error)> RunInAsync(string? folder, params string[] arguments)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(folder is null ? [] : [new("Database:DataFolder", folder)]).Build();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await PortalCommand.RunAsync(
            configuration,
            arguments,
            new InvocationConfiguration { Output = output, Error = error },
            Cancellation
        );
        return (exit, output.ToString(), error.ToString());
    }
}
