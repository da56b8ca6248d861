using System.CommandLine;
using System.Data.Common;
using CareerPortal.Data;
using CareerPortal.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CareerPortal.Cli.Shell;

/// <summary>How commands come to the store of the site: by the same settings as the site itself.</summary>
internal static class SiteStore
{
    private const string SiteOption = "--site";
    private const string SiteInClone = "src/CareerPortal.Web";

    /// <summary>The option of every command that says where the site lies.</summary>
    public static Option<DirectoryInfo> Option() =>
        new(SiteOption)
        {
            Description =
                "The site's own folder, from which Database:DataFolder is counted. "
                + $"By default {SiteInClone} where there is one, otherwise the current folder.",
            DefaultValueFactory = _ => new DirectoryInfo(Directory.Exists(SiteInClone) ? SiteInClone : "."),
            Recursive = true,
        };

    /// <summary>Lets a command act on the store that the configuration names; what the person can mend is told in one line.</summary>
    public static void UseStore(
        this Command command,
        IConfiguration configuration,
        Func<PortalStore, ParseResult, CancellationToken, Task<int>> act
    ) =>
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var site = parsed.GetRequiredValue<DirectoryInfo>(SiteOption).FullName;
                await using var services = new ServiceCollection().AddSingleton(configuration).AddPortalStore(site).BuildServiceProvider();
                PortalStore? store = null;
                try
                {
                    store = services.GetRequiredService<PortalStore>();
                    return await act(store, parsed, cancellation);
                }
                catch (OptionsValidationException e)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(string.Join(' ', e.Failures));
                    return ExitCode.Failed;
                }
                catch (Exception e)
                    when (e
                            is StoreException
                                or StoreVersionException
                                or DbException
                                or DbUpdateException
                                or RetryLimitExceededException
                                or TimeoutException
                                or IOException
                                or UnauthorizedAccessException
                    )
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(store?.LineFor(e) ?? LineOf(e));
                    return ExitCode.Failed;
                }
            }
        );

    private static string LineOf(Exception failure) =>
        failure is StoreException || failure.InnerException is not { } inner ? failure.Message : $"{failure.Message} {inner.Message}";
}
