using System.CommandLine;
using CareerPortal.Accounts;
using CareerPortal.Cli.Shell;
using CareerPortal.Stores;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli.Users;

/// <summary><c>users list</c>, <c>users invite</c>, <c>users reset</c>, <c>users deactivate</c>.</summary>
internal static class UsersCommand
{
    /// <summary>The setting of the site that says where links begin.</summary>
    private const string AddressKey = "Portal:PublicAddress";

    public static Command Make(IConfiguration configuration)
    {
        var page = new Option<int>("--page") { Description = "Which page of the list.", DefaultValueFactory = _ => 1 };
        var list = new Command("list", $"Lists the accounts, {OperatorDesk.PageSize} at a time.") { page };
        list.UseStore(configuration, (store, parsed, cancellation) => ListAsync(store, parsed, parsed.GetValue(page), cancellation));

        var email = new Argument<string>("email") { Description = "The address of the account." };
        var role = new Option<AccountRole>("--role") { Description = "What the person will be.", DefaultValueFactory = _ => AccountRole.Author };
        var invite = new Command("invite", "Prints a one-time link by which somebody makes an account; it is not sent.") { email, role };
        invite.UseStore(
            configuration,
            (store, parsed, cancellation) =>
                TellLinkAsync(
                    configuration,
                    store,
                    parsed,
                    desk => desk.InviteAsync(parsed.GetRequiredValue(email), parsed.GetValue(role), cancellation),
                    "That is no e-mail address, or an account has it already.",
                    cancellation
                )
        );

        var code = new Option<bool>("--code") { Description = "Take off the one-time code instead of choosing another password." };
        var reset = new Command("reset", "Prints a one-time link by which somebody chooses another password; it is not sent.") { email, code };
        reset.UseStore(
            configuration,
            (store, parsed, cancellation) =>
                TellLinkAsync(
                    configuration,
                    store,
                    parsed,
                    desk =>
                        desk.ResetAsync(
                            parsed.GetRequiredValue(email),
                            parsed.GetValue(code) ? TicketPurpose.SecondFactorReset : TicketPurpose.PasswordReset,
                            cancellation
                        ),
                    "No active account has that address.",
                    cancellation
                )
        );

        var deactivate = new Command("deactivate", "Lets nobody come in by an account any more; what it did stays.") { email };
        deactivate.UseStore(
            configuration,
            (store, parsed, cancellation) => DeactivateAsync(store, parsed, parsed.GetRequiredValue(email), cancellation)
        );

        return new Command("users", "Looks after the accounts of the workspace.") { list, invite, reset, deactivate };
    }

    private static async Task<int> ListAsync(PortalStore store, ParseResult parsed, int page, CancellationToken cancellation)
    {
        await store.RequireUpToDateAsync(cancellation);
        var output = parsed.InvocationConfiguration.Output;
        var accounts = await Desk(store).ListAsync(page, cancellation);
        foreach (var (email, name, role, state) in accounts.Items)
        {
            await output.WriteLineAsync(VisibleText.Of($"{email}\t{name}\t{role}\t{state}"));
        }

        await output.WriteLineAsync($"{accounts.Total} accounts, page {accounts.Page} of {accounts.Pages}.");
        return 0;
    }

    private static async Task<int> TellLinkAsync(
        IConfiguration configuration,
        PortalStore store,
        ParseResult parsed,
        Func<OperatorDesk, Task<TicketToken?>> issue,
        string refused,
        CancellationToken cancellation
    )
    {
        await store.RequireUpToDateAsync(cancellation);
        if (await issue(Desk(store)) is not { } token)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(refused);
            return ExitCode.Faulty;
        }

        await parsed.InvocationConfiguration.Output.WriteLineAsync($"{configuration[AddressKey]?.TrimEnd('/')}/lien/{token.Text}");
        return 0;
    }

    private static async Task<int> DeactivateAsync(PortalStore store, ParseResult parsed, string email, CancellationToken cancellation)
    {
        await store.RequireUpToDateAsync(cancellation);
        var answer = await Desk(store).DeactivateAsync(email, cancellation);
        await (answer == AccountAnswer.Done ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error).WriteLineAsync(
            answer switch
            {
                AccountAnswer.Done => "Deactivated.",
                AccountAnswer.LastAdministrator => "Nobody would be left to administer the site: nothing was changed.",
                AccountAnswer.NotFound => "No active account has that address.",
                _ => "Somebody changed the account meanwhile: nothing was changed. Try again.",
            }
        );
        return answer == AccountAnswer.Done ? 0 : ExitCode.Faulty;
    }

    private static OperatorDesk Desk(PortalStore store) => new(store.Contexts, TimeProvider.System);
}
