using Microsoft.AspNetCore.Diagnostics;

namespace CareerPortal.Web.Hosting;

/// <summary>Gives every failure a page that says what to do next.</summary>
internal static class FailurePages
{
    public const string ExpiredKey = "expire";

    public static void UseFailurePages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/erreur", createScopeForErrors: true);
        }

        app.UseStatusCodePages(Answer);
    }

    private static async Task Answer(StatusCodeContext failed)
    {
        var context = failed.HttpContext;
        var status = context.Response.StatusCode;
        if (HttpMethods.IsPost(context.Request.Method) && status == StatusCodes.Status400BadRequest)
        {
            // A form whose token is no longer valid: show its page again, and say why.
            context.Response.Redirect($"{context.Request.PathBase}{context.Request.Path}?{ExpiredKey}=1");
            return;
        }

        var page = status switch
        {
            StatusCodes.Status404NotFound => "/introuvable",
            StatusCodes.Status429TooManyRequests => "/trop-de-demandes",
            _ => "/erreur",
        };
        var (path, query, method) = (context.Request.Path, context.Request.QueryString, context.Request.Method);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = page;
        context.Request.QueryString = QueryString.Empty;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await failed.Next(context);
            context.Response.StatusCode = status;
        }
        finally
        {
            (context.Request.Path, context.Request.QueryString, context.Request.Method) = (path, query, method);
        }
    }
}
