using System.Net;
using CareerPortal.Compatibility;
using CareerPortal.Directories;
using CareerPortal.Web.Tests.Quiz;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace CareerPortal.Web.Tests.Hosting;

public sealed class LogTests
{
    private const string Address = "203.0.113.77";
    private const string Typed = "zorglub";

    [Fact]
    public async Task Logs_OfAWholeQuiz_HoldNeitherCodeNorAnswersNorAddress()
    {
        var log = new RememberedEvents();
        await using var portal = new PortalFactory
        {
            // As in production: what the portal writes, and the framework's warnings.
            Settings =
            {
                ["Serilog:MinimumLevel:Default"] = "Information",
                ["Serilog:MinimumLevel:Override:Microsoft.AspNetCore"] = "Warning",
                ["Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore"] = "Warning",
            },
            Registrations = s => s.AddSingleton<ILogEventSink>(log).AddSingleton<IStartupFilter, FromOneAddress>(),
        };
        using var visitor = new Visitor(portal);
        await visitor.StartQuizAsync();
        var (code, item) = (visitor.Code, visitor.Item);
        await visitor.GoAsync($"/metiers?q={Typed}");
        await visitor.GoAsync($"/quiz/session/{code}");
        await visitor.AnswerAllAsPersonAsync(4);
        await visitor.GoAsync($"/quiz/session/{code}/pause");
        await visitor.GoAsync("/quiz/reprendre");
        visitor.Type(visitor.Text("Resume.Label"), code);
        await visitor.SubmitAsync("Resume.Action");
        visitor.Main.QuerySelector("input[name=__RequestVerificationToken]")?.SetAttribute("value", "expired");
        await visitor.SubmitAsync("Result.DeleteAction");
        await visitor.GoAsync($"/quiz/session/{code}");

        var hash = Convert.ToHexString(ResumeCode.Parse(code)!.Hash());
        Assert.Contains(log.Lines, l => l.Contains("/quiz/session/{Code}", StringComparison.Ordinal));
        Faults.None(
            from secret in new[] { code, code.Replace("-", "", StringComparison.Ordinal), hash, $"\"{item}\"", Address, Typed, "Posted." }
            from line in log.Lines
            where line.Contains(secret, StringComparison.OrdinalIgnoreCase)
            select $"« {secret} » stands in {line}"
        );
    }

    [Fact]
    public async Task Log_OfAFailure_NamesWhatWasAskedAndNotTheFailurePage()
    {
        var log = new RememberedEvents();
        await using var portal = new PortalFactory
        {
            Settings = { ["Serilog:MinimumLevel:Default"] = "Information", ["RateLimits:StartsPerMinute"] = "1" },
            Registrations = s => s.AddSingleton<ILogEventSink>(log).AddSingleton<PlaceDirectory>(_ => throw new InvalidOperationException("broken")),
        };
        using var visitor = new Visitor(portal);
        await visitor.GoAsync($"/metiers/{Typed}");
        await visitor.GoAsync($"/{Typed}");
        await visitor.GoAsync("/centres");
        await visitor.StartQuizAsync();
        await visitor.StartQuizAsync();
        using var head = new HttpRequestMessage(HttpMethod.Head, new Uri($"/metiers/{Typed}", UriKind.Relative));
        using var answer = await visitor.Client.SendAsync(head, TestContext.Current.CancellationToken);

        var requests = log
            .Lines.Select(l => l.Replace("\\\"", "", StringComparison.Ordinal))
            .Where(l => l.Contains(" answered ", StringComparison.Ordinal))
            .ToList();
        Assert.DoesNotContain(requests, l => l.Contains("/statut/", StringComparison.Ordinal) || l.Contains(Typed, StringComparison.Ordinal));
        foreach (
            var expected in new[]
            {
                "GET /metiers/{Slug} answered 404",
                "GET (none) answered 404",
                "GET /centres answered 500",
                "POST /quiz/{Slug} answered 429",
                "HEAD /metiers/{Slug} answered 404",
            }
        )
        {
            Assert.Contains(requests, l => l.Contains(expected, StringComparison.Ordinal));
        }
    }

    /// <summary>Gives every request an address to be found by.</summary>
    private sealed class FromOneAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, rest) =>
                    {
                        context.Connection.RemoteIpAddress = IPAddress.Parse(Address);
                        return rest(context);
                    }
                );
                next(app);
            };
    }
}
