using System.Collections.Concurrent;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CareerPortal.Web.Tests;

/// <summary>Keeps log events as the line that production would write, exceptions and all; put in place by the settings, as any sink.</summary>
public sealed class RememberedEvents : ILogEventSink
{
    private static readonly ConcurrentQueue<string> Lines = new();

    public static IReadOnlyCollection<string> All => Lines;

    public static IEnumerable<KeyValuePair<string, string>> Settings { get; } =
    [
        new("Serilog:Using:0", typeof(RememberedEvents).Assembly.GetName().Name!),
        new("Serilog:WriteTo:0:Name", nameof(RememberedEventsSink.Remembered)),
        new("Serilog:MinimumLevel:Default", "Verbose"),
        new("Serilog:MinimumLevel:Override:Microsoft.AspNetCore", "Information"),
        new("Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore", "Information"),
    ];

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter();
        new RenderedCompactJsonFormatter().Format(logEvent, line);
        Lines.Enqueue(line.ToString());
    }
}

/// <summary>The name under which the settings know the sink.</summary>
public static class RememberedEventsSink
{
    public static LoggerConfiguration Remembered(this LoggerSinkConfiguration sinks) => sinks.Sink(new RememberedEvents());
}
