using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Hosting;

/// <summary>Answers HEAD as GET is answered, without the body: pages and files are mapped for GET alone.</summary>
internal static class HeadRequests
{
    public static void UseHeadRequests(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var response = context.Response;
                if (!HttpMethods.IsHead(context.Request.Method))
                {
                    await next(context);
                    return;
                }

                // The body is dropped outside the cache, which so never keeps an empty page.
                var body = response.Body;
                PageVisit.WantsHeadersAlone(context);
                response.Body = Stream.Null;
                try
                {
                    await MereReading.PassAsync(context, next);
                }
                finally
                {
                    response.Body = body;
                }
            }
        );
}
