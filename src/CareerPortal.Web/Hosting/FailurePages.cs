using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Hosting;

/// <summary>Gives every failure a page that says what to do next.</summary>
internal static class FailurePages
{
    public static void UseFailurePages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(
                new ExceptionHandlerOptions
                {
                    ExceptionHandlingPath = "/statut/500",
                    CreateScopeForErrors = true,
                    StatusCodeSelector = StoreOutage.StatusOf,
                }
            );
        }

        app.UseStatusCodePagesWithReExecute("/statut/{0}", createScopeForStatusCodePages: true);
        app.Use(ReadFailurePage);
        app.Use(ShowFormAgain);
    }

    /// <summary>Whether the page being made tells of a failure.</summary>
    public static bool IsFailure(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>A failed post shows its failure as a page, which is read and not posted to; the log names what was asked.</summary>
    private static async Task ReadFailurePage(HttpContext context, RequestDelegate next)
    {
        var failed = context.Features.Get<IStatusCodeReExecuteFeature>();
        var thrown = context.Features.Get<IExceptionHandlerFeature>();
        if (failed is null && thrown is null)
        {
            await next(context);
            return;
        }

        context.Response.Headers.Remove("blazor-enhanced-nav");
        context.Response.Headers.Remove(HeaderNames.ETag);
        context.Response.Headers.Remove(HeaderNames.CacheControl);
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            StoreOutage.Hold(context.Response);
        }

        try
        {
            await MereReading.PassAsync(context, next);
        }
        finally
        {
            context.SetEndpoint(failed is null ? thrown?.Endpoint : failed.Endpoint);
        }
    }

    /// <summary>
    /// A form that a page cannot take, because its token is no longer valid or the page has no such form: the page is shown
    /// again with what its address asks for, and says why. What the framework writes about it for developers is held back until the answer is known. What
    /// is no page answers for itself: its caller is a program.
    /// </summary>
    private static async Task ShowFormAgain(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        var response = context.Response;
        var body = response.Body;
        await using var heldBack = new HeldBackBody(body, response);
        response.Body = heldBack;
        var before = response.Headers.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (heldBack.IsHeldBack && !response.HasStarted)
        {
            foreach (var name in response.Headers.Keys.Where(n => !before.Contains(n) && n != HeaderNames.SetCookie).ToList())
            {
                response.Headers.Remove(name);
            }

            if (KeepsForm(context) && await SentAsync(context) is { } sent)
            {
                await ShowAsSentAsync(context, next, sent);
                return;
            }

            response.Redirect(LanguageAddresses.Within(context.Request.PathBase.Add(context.Request.Path)) + Expired(context.Request.Query));
        }
    }

    /// <summary>Whether a page shows its form as it was sent: not what another site had a browser send, whose words are not the reader's.</summary>
    private static bool KeepsForm(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<KeepsFormAttribute>() is not null
        && (string?)context.Request.Headers["Sec-Fetch-Site"] is null or "" or "same-origin" or "none";

    /// <summary>What was sent, read though its token does not hold: nothing is done with it before it is sent again with one that does.</summary>
    private static async Task<IFormCollection?> SentAsync(HttpContext context)
    {
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        return await Refusal.SentAsync(context);
    }

    /// <summary>Makes the page with what was sent in its fields. It may say that what it is about is gone; otherwise the form was refused.</summary>
    private static async Task ShowAsSentAsync(HttpContext context, RequestDelegate next, IFormCollection sent)
    {
        var response = context.Response;
        context.Features.Set(new Refusal(Wait: null, sent));
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        response.StatusCode = StatusCodes.Status200OK;
        response.OnStarting(() =>
        {
            response.StatusCode = response.StatusCode == StatusCodes.Status200OK ? StatusCodes.Status400BadRequest : response.StatusCode;
            return Task.CompletedTask;
        });
        var services = context.RequestServices;
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await MereReading.PassAsync(context, next);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    /// <summary>The query of the page, which may hold what somebody searched, and that its form had grown old; each once.</summary>
    private static QueryString Expired(IQueryCollection query) =>
        QueryString.Create(
            query
                .Where(p => !p.Key.Equals(ExpiredNotice.Key, StringComparison.OrdinalIgnoreCase))
                .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)))
                .Append(KeyValuePair.Create(ExpiredNotice.Key, (string?)"1"))
        );
}
