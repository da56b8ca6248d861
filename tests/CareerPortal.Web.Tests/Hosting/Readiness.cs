using System.Net;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>What a site says of itself once it is not merely late: it waits 1.5 s for its store, and a machine that tests share may take longer.</summary>
internal static class Readiness
{
    private const int Asked = 1000;

    public static async Task<string> OfAsync(HttpClient client)
    {
        for (var turn = 1; ; turn++)
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            }

            if (turn == Asked)
            {
                throw new InvalidOperationException($"The site is not ready: {response.StatusCode}.");
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
