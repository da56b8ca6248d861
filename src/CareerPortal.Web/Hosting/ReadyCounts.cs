using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CareerPortal.Web.Hosting;

/// <summary>Counts the answers that were ready, by route and status, since no line of the log tells of each.</summary>
internal sealed class ReadyCounts : IDisposable
{
    public const string MeterName = "CareerPortal.Web";
    public const string CounterName = "careerportal.ready_answers";

    private readonly ConcurrentDictionary<(string Route, int Status), ReadyCount> _counts = new();
    private readonly Meter _meter;
    private readonly Counter<long> _counter;

    public ReadyCounts(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _counter = _meter.CreateCounter<long>(CounterName, "{answer}", "Kept pages that were sent without being looked for again.");
    }

    public ReadyCount Of(string route, int status) => _counts.GetOrAdd((route, status), static key => new ReadyCount(key.Route, key.Status));

    public void Add(ReadyCount count)
    {
        count.Add();
        if (_counter.Enabled)
        {
            _counter.Add(1, count.Tags);
        }
    }

    /// <summary>What was counted since this was last asked, without what was not sent at all.</summary>
    public IReadOnlyList<(ReadyCount Count, long Times)> Take() => [.. _counts.Values.Select(c => (c, c.Take())).Where(c => c.Item2 > 0)];

    public void Dispose() => _meter.Dispose();
}
