using System.Globalization;
using CareerPortal.Web.Shell;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Hosting;

/// <summary>Writes down an answer while the site gives it, in case it is that of a kept page.</summary>
/// <param name="context">The request that is answered.</param>
/// <param name="counts">Where the answer is counted when it is sent again.</param>
/// <param name="keep">Takes the answer, where it was one that everybody may have, and came whole.</param>
internal sealed class ReadyDraft(HttpContext context, ReadyCounts counts, Action<ReadyAnswer> keep) : IDisposable
{
    private PageEdition? _edition;
    private Stream? _sentTo;
    private ReadyBody? _body;
    private KeyValuePair<string, StringValues>[]? _headers;

    /// <summary>The page is served as it was kept: from here on it is worth writing down.</summary>
    public void Begin(PageEdition edition)
    {
        if (_body is not null)
        {
            return;
        }

        _edition = edition;
        _sentTo = context.Response.Body;
        context.Response.Body = _body = new ReadyBody(_sentTo);
    }

    /// <summary>Notes the headers at the last moment before they are sent, when all that adds any has done so.</summary>
    public Task NoteHeaders()
    {
        if (_edition is not null)
        {
            _headers = [.. context.Response.Headers];
            if (context.Response.StatusCode == StatusCodes.Status304NotModified)
            {
                Keep([]);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The site has answered to the end.</summary>
    public void End()
    {
        if (_body is null)
        {
            return;
        }

        var body = _body.ToArray();
        if (
            context.Response.StatusCode == StatusCodes.Status200OK
            && ValueOf(HeaderNames.ContentLength) == body.Length.ToString(CultureInfo.InvariantCulture)
        )
        {
            Keep(body);
        }
    }

    /// <summary>Gives the body back, whatever happened to the answer.</summary>
    public void Dispose()
    {
        if (_sentTo is not null)
        {
            context.Response.Body = _sentTo;
        }

        _body?.Dispose();
    }

    private void Keep(byte[] body)
    {
        if (
            context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route } endpoint
            && endpoint.Metadata.GetMetadata<SharedPageAttribute>() is not null
            && endpoint.Metadata.GetMetadata<MeteredAttribute>() is null
            && ValueOf(HeaderNames.SetCookie) is null
            && ValueOf(HeaderNames.ETag) is { } tag
        )
        {
            keep(
                new ReadyAnswer
                {
                    Status = context.Response.StatusCode,
                    Headers = [.. _headers!.Where(h => !IsOfTheMoment(h.Key))],
                    Body = body,
                    Tag = tag,
                    Edition = _edition!,
                    Made =
                        ValueOf(HeaderNames.Age) is not null && HeaderUtilities.TryParseDate(ValueOf(HeaderNames.Date), out var made) ? made : null,
                    Endpoint = endpoint,
                    Count = counts.Of(route, context.Response.StatusCode),
                }
            );
        }
    }

    private static bool IsOfTheMoment(string name) =>
        name.Equals(HeaderNames.Date, StringComparison.OrdinalIgnoreCase) || name.Equals(HeaderNames.Age, StringComparison.OrdinalIgnoreCase);

    private string? ValueOf(string name)
    {
        var found = Array.Find(_headers ?? [], h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found.Key is null ? null : found.Value.ToString();
    }
}
