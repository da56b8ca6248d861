using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CareerPortal.Offers.Sources;

/// <summary>Asks a server of Opendatasoft's for Le Forem's open data: one question at a time, with a pause before each.</summary>
public sealed class ForemSource(HttpClient http, ForemOptions options)
{
    /// <summary>The most records of a page.</summary>
    public const int PageSize = 100;

    /// <summary>The server answers no page that reaches further.</summary>
    public const int DeepestPage = 10_000;

    /// <summary>Bytes of the longest page that is read.</summary>
    private const int LongestPage = 20_000_000;

    private TimeSpan Pause => TimeSpan.FromMilliseconds(options.PauseMilliseconds);

    public TimeSpan Patience => TimeSpan.FromSeconds(options.PatienceSeconds);

    /// <summary>How many records the server counts.</summary>
    public async Task<int?> CountAsync(CancellationToken cancellation)
    {
        using var page = await PageAsync("records?limit=1", cancellation);
        return CountIn(page);
    }

    /// <summary>All of it; null where nothing has changed since it was marked so.</summary>
    public async Task<ForemAnswer?> OpenWholeAsync(string? entityTag, string? lastModified, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address("exports/json"));
        if (entityTag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", entityTag);
        }

        if (lastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        }

        await Task.Delay(Pause, cancellation);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        try
        {
            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                response.Dispose();
                return null;
            }

            response.EnsureSuccessStatusCode();
            return new ForemAnswer(response, await response.Content.ReadAsStreamAsync(cancellation));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>The records dated since a day, page by page; null where there are more than the server gives by pages.</summary>
    public async IAsyncEnumerable<IReadOnlyList<JsonElement>?> PagesSinceAsync(DateOnly day, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var where = Uri.EscapeDataString($"datedebutdiffusion>=date'{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'");
        for (var offset = 0; offset + PageSize <= DeepestPage; offset += PageSize)
        {
            var query = string.Create(
                CultureInfo.InvariantCulture,
                $"records?where={where}&order_by=datedebutdiffusion,numerooffreforem&limit={PageSize}&offset={offset}"
            );
            using var page = await PageAsync(query, cancellation);
            if (CountIn(page) is not { } all || all > DeepestPage - PageSize)
            {
                yield return null;
                yield break;
            }

            if (!page.RootElement.TryGetProperty("results", out var results) || results.ValueKind != JsonValueKind.Array)
            {
                throw new JsonException("A page has no results.");
            }

            yield return [.. results.EnumerateArray()];
            if (offset + PageSize >= all || results.GetArrayLength() == 0)
            {
                yield break;
            }
        }
    }

    private static int? CountIn(JsonDocument page) =>
        page.RootElement.ValueKind == JsonValueKind.Object
        && page.RootElement.TryGetProperty("total_count", out var count)
        && count.ValueKind == JsonValueKind.Number
        && count.TryGetInt32(out var all)
        && all >= 0
            ? all
            : null;

    private async Task<JsonDocument> PageAsync(string query, CancellationToken cancellation)
    {
        await Task.Delay(Pause, cancellation);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var response = await http.GetAsync(Address(query), HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        waiting.CancelAfter(Patience);
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestPage, waiting.Token);
            return await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(waiting.Token), default, waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException("A page did not come in time.");
        }
    }

    private Uri Address(string query) => new($"{options.Address.TrimEnd('/')}/{query}");
}
