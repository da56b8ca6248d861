using System.CommandLine;
using System.CommandLine.Help;
using CareerPortal.Cli.Catalogue;
using CareerPortal.Cli.Content;
using CareerPortal.Cli.Database;
using CareerPortal.Cli.Offers;
using CareerPortal.Cli.Quiz;
using CareerPortal.Cli.Shell;
using CareerPortal.Cli.Users;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli;

/// <summary>The command line of the portal: its commands, and how they come to the store.</summary>
public static class PortalCommand
{
    public static RootCommand Make(IConfiguration configuration)
    {
        var root = new RootCommand("Looks after a career portal: its database, its content and its accounts.") { SiteStore.Option() };
        root.Add(DatabaseCommand.Make(configuration));
        root.Add(ContentCommand.Make(configuration));
        root.Add(CatalogueCommand.Make(configuration));
        root.Add(OffersCommand.Make(configuration));
        root.Add(QuizCommand.Build(configuration));
        root.Add(UsersCommand.Make(configuration));
        return root;
    }

    /// <summary>
    /// Runs what the arguments say. What cannot be understood is told on the error output alone, so that it never ends up in a file of results.
    /// </summary>
    public static async Task<int> RunAsync(
        IConfiguration configuration,
        IReadOnlyList<string> arguments,
        InvocationConfiguration invocation,
        CancellationToken cancellation
    )
    {
        var parsed = Make(configuration).Parse(arguments);
        if (parsed.Errors.Count == 0 || parsed.Action is HelpAction)
        {
            return await parsed.InvokeAsync(invocation, cancellation);
        }

        foreach (var error in parsed.Errors)
        {
            await invocation.Error.WriteLineAsync(error.Message);
        }

        var names = parsed
            .CommandResult.Command.Parents.OfType<Command>()
            .Where(command => command is not RootCommand)
            .Select(command => command.Name)
            .Append(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name);
        await invocation.Error.WriteLineAsync($"See: {string.Join(' ', names.Append("--help").Where(name => name.Length > 0))}");
        return ExitCode.Faulty;
    }
}
