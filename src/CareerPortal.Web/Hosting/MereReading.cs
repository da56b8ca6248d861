namespace CareerPortal.Web.Hosting;

/// <summary>Answers a request as if it only asked to read: pages are made for GET, and nothing of a form that was sent can be taken.</summary>
internal static class MereReading
{
    public static async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }
    }
}
