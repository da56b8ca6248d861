using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CareerPortal.Web.Tests;

/// <summary>Keeps log events as the lines that production would write, exceptions and all.</summary>
public sealed class RememberedEvents : ILogEventSink
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter();
        new RenderedCompactJsonFormatter().Format(logEvent, line);
        _lines.Enqueue(line.ToString());
    }
}
