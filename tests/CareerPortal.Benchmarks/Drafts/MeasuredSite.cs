using System.Security.Claims;
using System.Text.Encodings.Web;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareerPortal.Benchmarks.Drafts;

/// <summary>The site in this process, on a port of its own; who acts is told by a header.</summary>
internal sealed class MeasuredSite(string data) : WebApplicationFactory<LoadedComponent>
{
    private const string SchemeName = "Measured";
    private const string Header = "X-Measured-Actor";

    /// <summary>Measures a site of its own, which is gone afterwards with its store.</summary>
    public static async Task<int> RunAsync(Func<MeasuredSite, Actor, int, Task<int>> measure)
    {
        var data = Directory.CreateTempSubdirectory("portal-measured");
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_CAREERPORTAL_WEB", AppContext.BaseDirectory);
        try
        {
            using var site = new MeasuredSite(data.FullName);
            site.UseKestrel(0);
            site.StartServer();
            var (actor, guide) = await site.BeginAsync();
            return await measure(site, actor, guide);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>Somebody who may write, and the annotator's guide.</summary>
    private async Task<(Actor Actor, int Guide)> BeginAsync()
    {
        await using var context = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            DisplayName = "Mesure",
            UserName = "mesure@essai.example",
            NormalizedUserName = "MESURE@ESSAI.EXAMPLE",
            Role = AccountRole.Reviewer,
            SecurityStamp = $"{Guid.NewGuid():N}",
            CreatedUtc = DateTime.UtcNow,
        };
        var session = new AccountSession
        {
            AccountId = account.Id,
            CreatedUtc = DateTime.UtcNow,
            SeenUtc = DateTime.UtcNow,
        };
        context.AddRange(account, session);
        await context.SaveChangesAsync();
        var guide = await context
            .Guides.Where(g => g.Slug == "annotateur-de-donnees-ia" && g.Language == Languages.Default)
            .Select(g => g.Id)
            .SingleAsync();
        return (new Actor(account.Id, session.Id, account.SecurityStamp), guide);
    }

    public HttpClient BrowserOf(Actor actor)
    {
        var client = CreateClient(
            new()
            {
                BaseAddress = ClientOptions.BaseAddress,
                AllowAutoRedirect = false,
                HandleCookies = false,
            }
        );
        var context = new DefaultHttpContext { RequestServices = Services, User = new ClaimsPrincipal(IdentityOf(TextOf(actor))) };
        var tokens = Services.GetRequiredService<IAntiforgery>().GetTokens(context);
        client.DefaultRequestHeaders.Add(Header, TextOf(actor));
        client.DefaultRequestHeaders.Add(
            "Cookie",
            $"{Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name}={tokens.CookieToken}"
        );
        client.DefaultRequestHeaders.Add(tokens.HeaderName!, tokens.RequestToken);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Measured");
        builder.UseSetting("Database:DataFolder", data);
        builder.UseSetting("RateLimits:DraftRequestsPerMinute", "100000");
        builder.UseSetting("Circuits:PerAddress", "100000");
        builder.UseSetting("Circuits:InAll", "100000");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        builder.ConfigureTestServices(services =>
        {
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, Handler>(SchemeName, null);
            services.PostConfigure<AuthenticationOptions>(o => o.DefaultScheme = o.DefaultAuthenticateScheme = SchemeName);

            // What one measure has left is gone before the next begins.
            services.Configure<CircuitOptions>(o =>
            {
                o.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(1);
                o.PersistedCircuitInMemoryMaxRetained = 0;
            });
        });
    }

    private static string TextOf(Actor actor) => $"{actor.AccountId}|{actor.SessionId}|{actor.SecurityStamp}|{AccountRole.Reviewer}";

    private static ClaimsIdentity IdentityOf(string text) =>
        new(new[] { "account", "session", "stamp", "role" }.Zip(text.Split('|'), (name, value) => new Claim(name, value)), SchemeName);

    private sealed class Handler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(
                Request.Headers[Header].FirstOrDefault() is { } text
                    ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(IdentityOf(text)), SchemeName))
                    : AuthenticateResult.NoResult()
            );
    }
}
