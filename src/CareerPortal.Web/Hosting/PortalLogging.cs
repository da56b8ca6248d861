using System.Globalization;
using CareerPortal.Web.Shell;
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
    /// <exception cref="StartException">The folder for log files takes none.</exception>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration[FolderKey];
        RequireWritable(folder);
        builder.Services.AddSerilog((services, logger) => Configure(builder, services, logger, folder), preserveStaticLogger: true);
    }

    private static void Configure(WebApplicationBuilder builder, IServiceProvider services, LoggerConfiguration logger, string? folder)
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
            .Filter.ByExcluding(e =>
                e.MessageTemplate.Text == FailedStart
                && e.Exception is { } failure
                && (failure is OperationCanceledException || StartFailures.LineFor(failure) is not null)
            );
        if (builder.Environment.IsProduction())
        {
            logger.WriteTo.Console(new RenderedCompactJsonFormatter());
        }
        else
        {
            logger.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture);
        }

        if (!string.IsNullOrEmpty(folder))
        {
            logger.WriteTo.File(
                new RenderedCompactJsonFormatter(),
                Path.Combine(folder, "portal-.log"),
                rollingInterval: RollingInterval.Day,
                fileSizeLimitBytes: LargestFile,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: MostFiles
            );
        }
    }

    /// <summary>The logger passes over a file it cannot write: nobody would miss the log before it is needed.</summary>
    private static void RequireWritable(string? folder)
    {
        if (string.IsNullOrEmpty(folder))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".portal-{Guid.NewGuid():N}");
            new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartException(
                $"{FolderKey} names '{folder}', in which no file can be written ({e.Message.TrimEnd('.')}): name another folder, or leave the key out.",
                e
            );
        }
    }

    /// <summary>One line a request, with the route's pattern instead of its path: addresses may hold the code of somebody's quiz.</summary>
    public static void UsePortalLogging(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
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
