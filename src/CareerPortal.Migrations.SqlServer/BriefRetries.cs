using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareerPortal.Migrations.SqlServer;

/// <summary>Retries what fails for a moment, each time after at most a second.</summary>
/// <remarks>
/// The framework's own strategy waits five seconds and more after a server that says that it is overloaded or moving, whatever longest pause it
/// is given: a reader would wait a quarter of a minute for the page that tells them.
/// </remarks>
internal sealed class BriefRetries(ExecutionStrategyDependencies dependencies)
    : SqlServerRetryingExecutionStrategy(dependencies, Retries, LongestPause, null)
{
    /// <summary>A fault that passes is over within seconds; what lasts longer is told instead of waited for.</summary>
    private const int Retries = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    protected override TimeSpan? GetNextDelay(Exception lastException) =>
        base.GetNextDelay(lastException) is { } pause ? (pause < LongestPause ? pause : LongestPause) : null;
}
