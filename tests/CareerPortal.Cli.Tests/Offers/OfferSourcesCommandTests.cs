using System.CommandLine;
using CareerPortal.Cli.Shell;
using CareerPortal.Offers;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Tests.Offers;

public sealed class OfferSourcesCommandTests : IDisposable
{
    private const string Feed =
        "identifiant;titre;ville;date;redirection\n1;Boulanger;Namur;01/11/2026;https://exemple.be/1\n2;Maçon;Liège;02/11/2026;javascript:alert(1)\n";

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Import_Table_StoresItsOffersAndNamesWhatItRejects()
    {
        var run = await RunAsync("offers", "import", Write(Feed), "--source", "partenaire", "--name", "Partenaire");

        await using var context = _store.CreateDbContext();
        var offer = await context.JobOffers.SingleAsync(Cancellation);
        Assert.Equal(0, run.Exit);
        Assert.Contains("  - record 2, line 3 (2): its address is none of the web", run.Output, StringComparison.Ordinal);
        Assert.Contains("Csv: 2 read, 1 added, 0 revised, 0 unchanged, 0 past, 0 closed, 1 rejected", run.Output, StringComparison.Ordinal);
        Assert.Equal(("partenaire", "Boulanger"), (offer.Source, offer.Facts.Title));
    }

    [Fact]
    public async Task Import_DryRun_StoresNothing()
    {
        var run = await RunAsync("offers", "import", Write(Feed), "--source", "partenaire", "--dry-run");

        await using var context = _store.CreateDbContext();
        Assert.Contains("1 added", run.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was stored.", run.Output, StringComparison.Ordinal);
        Assert.False(await context.JobOffers.AnyAsync(Cancellation) || await context.OfferSources.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Import_UnknownForm_SaysWhatIsKnown()
    {
        var run = await RunAsync("offers", "import", Write("PK"), "--source", "partenaire");

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("JobPosting", run.Error, StringComparison.Ordinal);
        Assert.Contains("RSS", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SourceOfThePortal_IsRefused()
    {
        var run = await RunAsync("offers", "import", Write(Feed), "--source", "exemples");

        Assert.Equal(ExitCode.Faulty, run.Exit);
        Assert.Contains("exemples", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_AfterAnImport_TellsOfItsSourceAndReading()
    {
        await RunAsync("offers", "import", Write(Feed), "--source", "partenaire", "--name", "Partenaire", "--licence", "CC0");

        var run = await RunAsync("offers", "status");

        Assert.Equal(0, run.Exit);
        Assert.Contains("partenaire (File, Partenaire, CC0): 1 open", run.Output, StringComparison.Ordinal);
        Assert.Contains("File Done: 2 read, 1 added, 0 revised, 0 closed, 1 rejected", run.Output, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        var file = Path.Combine(_store.Folder, "offers.txt");
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:DataFolder"] = _store.Folder })
            .Build();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var invocation = new InvocationConfiguration { Output = output, Error = error };
        var exit = await PortalCommand.RunAsync(configuration, arguments, invocation, Cancellation);
        return (exit, output.ToString(), error.ToString());
    }
}
