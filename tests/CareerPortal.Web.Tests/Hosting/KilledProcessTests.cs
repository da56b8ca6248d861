using System.Net;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Pages;
using CareerPortal.Web.Tests.Quiz;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>The site as a process of its own, ended without warning.</summary>
[Slow]
public sealed class KilledProcessTests(PublicPages site)
{
    [Fact]
    public async Task Quiz_AfterTheProcessWasKilled_HasLostNoAnswer()
    {
        var folder = Directory.CreateTempSubdirectory("careerportal-").FullName;
        try
        {
            string code;
            var items = new List<string>();
            await using (var process = await SiteProcess.StartAsync("--Database:DataFolder", folder))
            {
                using var visitor = Visit(process, site.Portal);
                await visitor.StartQuizAsync();
                code = visitor.Code;
                for (var answer = 1; answer <= 5; answer++)
                {
                    items.Add(visitor.Item);
                    await visitor.AnswerAsync(answer);
                }

                process.Kill();
            }

            await using (var process = await SiteProcess.StartAsync("--Database:DataFolder", folder))
            {
                using var visitor = Visit(process, site.Portal);
                await visitor.GoAsync("/quiz/reprendre");
                visitor.Type(visitor.Text("Resume.Label"), code);
                await visitor.SubmitAsync("Resume.Action");

                Assert.Equal((code, 5), (visitor.Code, visitor.Answered));
                foreach (var (index, item) in items.Index())
                {
                    await visitor.GoAsync($"/quiz/session/{code}?question={index + 1}");
                    Assert.Equal((item, index + 1), (visitor.Item, visitor.Chosen!.Value));
                }

                await visitor.GoAsync($"/quiz/session/{code}");
                await visitor.AnswerAllAsync(4);
                Assert.True(visitor.IsResult);
                process.Kill();
                Assert.DoesNotContain(code, process.Output, StringComparison.Ordinal);
                Assert.Contains("/quiz/session/{Code}", process.Output, StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A visitor of a process, who knows texts and items from another site.</summary>
    private static Visitor Visit(SiteProcess process, PortalFactory texts) =>
        new(texts, "fr", new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = process.Address });
}
