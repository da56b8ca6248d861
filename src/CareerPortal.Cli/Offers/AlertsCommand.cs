using System.CommandLine;
using CareerPortal.Accounts;
using CareerPortal.Cli.Shell;
using CareerPortal.Offers.Alerts;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Offers;

/// <summary><c>offers alerts</c>: how many there are, what people think of their offers, and the end of those of an address.</summary>
internal static class AlertsCommand
{
    public static Command Make(IConfiguration configuration)
    {
        var erase = new Option<string>("--erase") { Description = "Erases all alerts of this e-mail address, whose owner asked for it." };
        var command = new Command("alerts", "Tells how many alerts by e-mail there are, and what people think of the offers they bring.") { erase };
        command.UseStore(
            configuration,
            async (store, parsed, cancellation) =>
            {
                await store.RequireUpToDateAsync(cancellation);
                var (output, register) = (parsed.InvocationConfiguration.Output, new AlertRegister(store.Contexts));
                if (parsed.GetValue(erase) is { } typed)
                {
                    if (EmailText.Read(typed) is not { } email)
                    {
                        await parsed.InvocationConfiguration.Error.WriteLineAsync(VisibleText.Of($"{typed} is no e-mail address."));
                        return ExitCode.Faulty;
                    }

                    var erased = await register.EraseAsync(email, cancellation);
                    await output.WriteLineAsync(Line($"{erased} erased."));
                    return 0;
                }

                var status = await register.StatusAsync(cancellation);
                await output.WriteLineAsync(
                    Line($"{status.Active} active, {status.Waiting} not confirmed yet, {status.Asked} asked whether they shall go on")
                );
                foreach (var (month, opinion, times) in status.Opinions)
                {
                    await output.WriteLineAsync(Line($"  {month:yyyy-MM} {opinion}: {times}"));
                }

                return 0;
            }
        );
        return command;
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
