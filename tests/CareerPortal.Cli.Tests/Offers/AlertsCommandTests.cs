using System.CommandLine;
using CareerPortal.Cli.Shell;
using CareerPortal.Offers.Alerts;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Tests.Offers;

public sealed class AlertsCommandTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Alerts_CountsThemAndErasesThoseOfAnAddress()
    {
        await using (var context = _store.CreateDbContext())
        {
            context.Add(
                new OfferAlert
                {
                    Email = "lea@example.org",
                    NormalEmail = "LEA@EXAMPLE.ORG",
                    Search = "",
                    SearchHash = AlertSearch.HashOf(""),
                    Language = "fr",
                    Rhythm = AlertRhythm.Daily,
                    AskedUtc = TestStore.Start.UtcDateTime,
                    TouchedUtc = TestStore.Start.UtcDateTime,
                }
            );
            await context.SaveChangesAsync(Cancellation);
        }

        var told = await RunAsync("offers", "alerts");
        var faulty = await RunAsync("offers", "alerts", "--erase", "nobody");
        var erased = await RunAsync("offers", "alerts", "--erase", "Lea@example.org");

        await using var after = _store.CreateDbContext();
        Assert.Contains("0 active, 1 not confirmed yet", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lea", told.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((ExitCode.Faulty, 0), (faulty.Exit, erased.Exit));
        Assert.Contains("1 erased.", erased.Output, StringComparison.Ordinal);
        Assert.False(await after.OfferAlerts.AnyAsync(Cancellation));
    }

    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:DataFolder"] = _store.Folder })
            .Build();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var invocation = new InvocationConfiguration { Output = output, Error = error };
        var exit = await PortalCommand.RunAsync(configuration, arguments, invocation, Cancellation);
        return (exit, output.ToString());
    }
}
