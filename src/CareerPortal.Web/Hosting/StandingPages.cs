using System.Collections.Concurrent;
using System.Text;
using CareerPortal.Web.Failure;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CareerPortal.Web.Hosting;

/// <summary>Pages made once for each language, for where making a page is what has to be avoided.</summary>
internal sealed class StandingPages(IServiceProvider services, ThemeStylesheet theme, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<(string Kind, string Language), Lazy<Task<byte[]>>> _pages = new();

    /// <param name="context">The request to answer.</param>
    /// <param name="status">The status to answer with.</param>
    /// <param name="kind">Which page: the first part of its texts' names.</param>
    /// <param name="wait">How long until it is worth asking again.</param>
    public async Task WriteAsync(HttpContext context, int status, string kind, TimeSpan? wait = null)
    {
        var page = await _pages.GetOrAdd((kind, Site.Language), key => new Lazy<Task<byte[]>>(() => MakeAsync(key.Kind))).Value;
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ETag = default;
        if (wait is { } time)
        {
            response.Headers.RetryAfter = Refusal.HeaderOf(time);
        }

        await response.Body.WriteAsync(page, context.RequestAborted);
    }

    private async Task<byte[]> MakeAsync(string kind)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(StandingPage.Kind)] = kind, [nameof(StandingPage.Theme)] = await theme.PathAsync() }
        );
        return await renderer.Dispatcher.InvokeAsync(async () =>
            Encoding.UTF8.GetBytes((await renderer.RenderComponentAsync<StandingPage>(parameters)).ToHtmlString())
        );
    }
}
