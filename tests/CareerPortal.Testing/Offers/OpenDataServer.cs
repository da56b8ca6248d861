using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CareerPortal.Testing.Offers;

/// <summary>
/// A server of this machine that speaks as Opendatasoft's does (Explore API 2.1): the whole by <c>exports/json</c>, pages of 100 at most by
/// <c>records</c>, none beyond 10 000, tags and dates for conditional questions, and faults on demand.
/// </summary>
public sealed partial class OpenDataServer : IAsyncDisposable
{
    private const int MostOfAPage = 100;
    private const int Deepest = 10_000;
    private const string Path = "/api/explore/v2.1/catalog/datasets/offres-d-emploi-forem";

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _ending = new();
    private int _failures;

    private OpenDataServer(WebApplication app, DateOnly today) => (_app, Today) = (app, today);

    public DateOnly Today { get; set; }

    /// <summary>The numbers of the records that it holds.</summary>
    public IReadOnlyList<int> Numbers { get; set; } = [];

    /// <summary>Records as they are written where they are not those of <see cref="OpenDataRecords"/>, by number.</summary>
    public Dictionary<int, string> Written { get; } = [];

    public AnswerFault Fault { get; set; }

    /// <summary>How many records pages with a condition say that there are; null where it is what there are.</summary>
    public int? SaidOfPages { get; set; }

    /// <summary>What was asked so far, path and query.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The most questions that were under way at the same time.</summary>
    public int MostAtOnce { get; private set; }

    private int _atOnce;

    public string Address => _app.Urls.First() + Path;

    private string Tag => $"\"{Numbers.Count}-{Numbers.Sum(n => (long)n)}-{Written.Values.Sum(w => (long)w.Length)}\"";

    public static async Task<OpenDataServer> StartAsync(DateOnly today, IReadOnlyList<int> numbers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new OpenDataServer(app, today) { Numbers = numbers };
        app.MapGet(Path + "/exports/json", server.CountedAsync(server.ExportAsync));
        app.MapGet(Path + "/records", server.CountedAsync(server.RecordsAsync));
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ending.Dispose();
    }

    private RequestDelegate CountedAsync(RequestDelegate answer) =>
        async context =>
        {
            Asked.Enqueue(context.Request.Path + context.Request.QueryString);
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
            try
            {
                if (Fault == AnswerFault.Failing || (Fault == AnswerFault.FailingAtFirst && _failures++ < 2))
                {
                    context.Response.StatusCode = Fault == AnswerFault.Failing ? 500 : 503;
                    if (Fault == AnswerFault.FailingAtFirst)
                    {
                        context.Response.Headers.RetryAfter = "1";
                    }

                    return;
                }

                await answer(context);
            }
            finally
            {
                Interlocked.Decrement(ref _atOnce);
            }
        };

    private async Task ExportAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        if (Fault == AnswerFault.None)
        {
            context.Response.Headers.ETag = Tag;
            if (context.Request.Headers.IfNoneMatch == Tag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        switch (Fault)
        {
            case AnswerFault.Empty:
                await context.Response.WriteAsync("[]");
                return;
            case AnswerFault.Html:
                await context.Response.WriteAsync("<!DOCTYPE html><html><body>Maintenance</body></html>");
                return;
            default:
                break;
        }

        var numbers =
            Fault is AnswerFault.Half ? [.. Numbers.Take(Numbers.Count / 2)]
            : Fault is AnswerFault.Fifth ? [.. Numbers.Take(Numbers.Count / 5)]
            : Numbers;
        var stopAt = Fault is AnswerFault.Truncated or AnswerFault.Broken or AnswerFault.Slow ? numbers.Count / 2 : int.MaxValue;
        var text = new StringBuilder("[");
        for (var at = 0; at < numbers.Count; at++)
        {
            var record = Record(numbers[at]);
            if (at >= stopAt)
            {
                text.Append(at > 0 ? "," : "").Append(record.AsSpan(0, record.Length / 2));
                break;
            }

            text.Append(at > 0 ? ",\n" : "").Append(record);
            if (text.Length > 64 * 1024)
            {
                await context.Response.WriteAsync(text.ToString());
                text.Clear();
            }
        }

        await context.Response.WriteAsync(text.ToString());
        switch (Fault)
        {
            case AnswerFault.Truncated:
                return;
            case AnswerFault.Broken:
                await context.Response.Body.FlushAsync();
                context.Abort();
                return;
            case AnswerFault.Slow:
                await context.Response.Body.FlushAsync();
                using (var waiting = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token, context.RequestAborted))
                {
                    await Task.Delay(Timeout.Infinite, waiting.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
                }

                context.Abort();
                return;
            default:
                await context.Response.WriteAsync("]");
                return;
        }
    }

    private async Task RecordsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var limit = query.TryGetValue("limit", out var l) ? int.Parse(l!, CultureInfo.InvariantCulture) : 10;
        var offset = query.TryGetValue("offset", out var o) ? int.Parse(o!, CultureInfo.InvariantCulture) : 0;
        if (limit is < 0 or > MostOfAPage || offset < 0 || offset + limit > Deepest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("""{"error_code":"InvalidRESTParameterError","message":"limit + offset"}""");
            return;
        }

        var numbers = Numbers.AsEnumerable();
        if (query.TryGetValue("where", out var where))
        {
            if (Since().Match(where!) is not { Success: true } found)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            var since = DateOnly.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
            numbers = numbers.Where(n => Today.AddDays(-(n % 40)) >= since);
        }

        var all = numbers.ToList();
        var count =
            Fault == AnswerFault.Fifth ? all.Count / 5
            : query.ContainsKey("where") ? SaidOfPages ?? all.Count
            : all.Count;
        var page = string.Join(",\n", all.Skip(offset).Take(limit).Select(Record));
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"total_count":{{count}},"results":[{{page}}]}"""));
    }

    private string Record(int number) => Written.TryGetValue(number, out var written) ? written : OpenDataRecords.Write(number, Today);

    [GeneratedRegex(@"^datedebutdiffusion>=date'(\d{4}-\d{2}-\d{2})'$")]
    private static partial Regex Since();
}
