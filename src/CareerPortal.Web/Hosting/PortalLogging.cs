using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CareerPortal.Web.Hosting;

/// <summary>Structured logs: readable on a developer's console, compact JSON in production, and nothing that points to a person.</summary>
internal static class PortalLogging
{
    /// <summary>What the host says with a whole trace before the failure is told in one line.</summary>
    private const string FailedStart = "Hosting failed to start";

    /// <summary>A folder for log files, where the console is not kept by somebody else.</summary>
    private const string FolderKey = "Logs:Folder";

    private const long LargestFile = 10 * 1024 * 1024;
    private const int MostFiles = 20;

    /// <remarks>Each host keeps its own logger: a static one would belong to whichever host of a process was built last.</remarks>
    public static void AddPortalLogging(this WebApplicationBuilder builder) => builder.Services.AddSerilog((services, logger) =>
    {
        logger
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            // A degraded part is told once by itself, not each time a balancer asks.
            .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Error)
            .ReadFrom.Configuration(builder.Configuration)
            .ReadFrom.Services(services)
            .Enrich.FromLogContext()
            .Enrich.With<PathEraser>()
            .Filter.ByExcluding(e => e.MessageTemplate.Text == FailedStart && e.Exception is { } failure && StartFailures.LineFor(failure) is not null);
        if (builder.Environment.IsProduction())
        {
            logger.WriteTo.Console(new RenderedCompactJsonFormatter());
        }
        else
        {
            logger.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture);
        }

        if (builder.Configuration[FolderKey] is { Length: > 0 } folder)
        {
            logger.WriteTo.File(
                new RenderedCompactJsonFormatter(),
                Path.Combine(folder, "portal-.log"),
                rollingInterval: RollingInterval.Day,
                fileSizeLimitBytes: LargestFile,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: MostFiles);
        }
    }, preserveStaticLogger: true);

    /// <summary>One line a request, with the route's pattern instead of its path: addresses may hold the code of somebody's quiz.</summary>
    public static void UsePortalLogging(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{RequestMethod} {Route} answered {StatusCode} in {Elapsed:0.0} ms";
        options.IncludeQueryInRequestPath = false;
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("Route", new ScalarValue((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)")),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (context, _, failure) =>
            failure is null && context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable ? LogEventLevel.Warning
            : failure is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments(Health.Path) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    });
}
