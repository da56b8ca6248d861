using Serilog.Core;
using Serilog.Events;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Takes the path out of every log event: the server adds it to all that is logged while a request runs, and it may hold the code of somebody's
/// quiz.
/// </summary>
internal sealed class PathEraser : ILogEventEnricher
{
    private static readonly string[] Names = ["RequestPath", "Path", "QueryString"];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var name in Names)
        {
            logEvent.RemovePropertyIfPresent(name);
        }
    }
}
