using CareerPortal.Web.Quiz;
using Microsoft.AspNetCore.Components.Endpoints;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// A page has one address, in small letters: another spelling leads to it, before any cache or store is asked what it takes for the same.
/// </summary>
internal static class OneSpelling
{
    public static void UseOneSpelling(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var request = context.Request;
                if (
                    request.Path.Value is { } path
                    && path.Any(char.IsAsciiLetterUpper)
                    && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
                    && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page
                    && !page.IsAssignableTo(typeof(QuizPage))
                )
                {
                    context.Response.Redirect($"{request.PathBase}{new PathString(path.ToLowerInvariant())}{request.QueryString}", permanent: true);
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );
}
