using System.Net;
using CareerPortal.Compatibility;
using CareerPortal.Web.Tests.Quiz;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Hosting;

public sealed class LogTests
{
    private const string Address = "203.0.113.77";
    private const string Typed = "zorglub";

    [Fact]
    public async Task Logs_OfAWholeQuiz_HoldNeitherCodeNorAnswersNorAddress()
    {
        await using var portal = new PortalFactory { Registrations = s => s.AddSingleton<IStartupFilter, FromOneAddress>() };
        foreach (var (key, value) in RememberedEvents.Settings)
        {
            // What the framework writes at Information is off in production; what the portal writes is not.
            portal.Settings[key] = key.Contains("Override", StringComparison.Ordinal) ? "Warning" : value;
        }

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
        var lines = RememberedEvents.All;
        Assert.Contains(lines, l => l.Contains("/quiz/session/{Code}", StringComparison.Ordinal));
        Faults.None(
            from secret in new[] { code, code.Replace("-", "", StringComparison.Ordinal), hash, $"\"{item}\"", Address, Typed, "Posted." }
            from line in lines
            where line.Contains(secret, StringComparison.OrdinalIgnoreCase)
            select $"« {secret} » stands in {line}");
    }

    /// <summary>Gives every request an address to be found by.</summary>
    private sealed class FromOneAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(Address);
                return rest(context);
            });
            next(app);
        };
    }
}
