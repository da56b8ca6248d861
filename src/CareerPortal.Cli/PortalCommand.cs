using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using CareerPortal.Cli.Content;
using CareerPortal.Cli.Database;
using CareerPortal.Cli.Quiz;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;

namespace CareerPortal.Cli;

/// <summary>The command line of the portal: its commands, and how they come to the store.</summary>
public static class PortalCommand
{
    public const int Failed = 1;
    public const int Faulty = 2;
    public const int OutOfDate = 3;

    private const string SiteOption = "--site";
    private const string SiteInClone = "src/CareerPortal.Web";

    public static RootCommand Make(IConfiguration configuration)
    {
        var root = new RootCommand("Looks after a career portal: its database and its content.")
        {
            new Option<DirectoryInfo>(SiteOption)
            {
                Description =
                    $"The site's own folder, from which Database:DataFolder is counted. By default {SiteInClone} where there is one, otherwise the current folder.",
                DefaultValueFactory = _ => new DirectoryInfo(Directory.Exists(SiteInClone) ? SiteInClone : "."),
                Recursive = true,
            },
        };
        root.Add(DatabaseCommand.Make(configuration));
        root.Add(ContentCommand.Make(configuration));
        root.Add(QuizCommand.Build());
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
        return Faulty;
    }

    /// <summary>Lets a command act on the store that the configuration names; what the person can mend is told in one line.</summary>
    internal static void UseStore(
        this Command command,
        IConfiguration configuration,
        Func<PortalStore, ParseResult, CancellationToken, Task<int>> act
    ) =>
        command.SetAction(
            async (parsed, cancellation) =>
            {
                PortalStore? store = null;
                try
                {
                    store = PortalStore.Named(configuration, parsed.GetRequiredValue<DirectoryInfo>(SiteOption).FullName);
                    return await act(store, parsed, cancellation);
                }
                catch (Exception e)
                    when (e
                            is SettingException
                                or StoreVersionException
                                or DbException
                                or DbUpdateException
                                or RetryLimitExceededException
                                or TimeoutException
                                or IOException
                                or UnauthorizedAccessException
                    )
                {
                    var line = store?.LineFor(e) ?? (e.InnerException is null ? e.Message : $"{e.Message} {e.InnerException.Message}");
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(line);
                    return Failed;
                }
            }
        );
}
