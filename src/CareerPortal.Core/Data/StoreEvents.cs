using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CareerPortal.Data;

/// <summary>How loudly the store speaks.</summary>
public static class StoreEvents
{
    /// <summary>
    /// A command that fails throws: whoever catches it knows whether it is worth a word (two posts of one answer that cross are not).
    /// </summary>
    public static DbContextOptionsBuilder LogFailuresOnce(this DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings =>
            warnings.Log(
                (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                (CoreEventId.QueryIterationFailed, LogLevel.Debug),
                (RelationalEventId.ConnectionError, LogLevel.Debug),
                (RelationalEventId.CommandError, LogLevel.Debug)
            )
        );
}
