using System.Security.Claims;
using System.Text.Encodings.Web;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>The site, with people who are signed in by a header instead of a cookie; all else is as it runs.</summary>
internal sealed class SignedInSite : IDisposable
{
    private const string SchemeName = "Test";
    private const string Header = "X-Test-Actor";

    private readonly PortalFactory _site;

    public SignedInSite(params (string Key, string Value)[] settings)
    {
        _site = new PortalFactory
        {
            Registrations = services =>
            {
                services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, Handler>(SchemeName, null);
                services.PostConfigure<AuthenticationOptions>(o => o.DefaultScheme = o.DefaultAuthenticateScheme = SchemeName);
            },
        };
        foreach (var (key, value) in settings)
        {
            _site.Settings[key] = value;
        }
    }

    public IServiceProvider Services => _site.Services;

    /// <summary>A text of the interface in French, in which the workspace is asked for.</summary>
    public string Text(string key) => _site.Text(key);

    public string DataFolder => _site.DataFolder;

    public PortalDbContext Store() => Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    /// <summary>Somebody new of a role, with an account and a session.</summary>
    public async Task<Actor> PersonAsync(AccountRole role = AccountRole.Reviewer)
    {
        await using var context = Store();
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            DisplayName = $"Personne {role}",
            Role = role,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            UserName = $"{Guid.NewGuid():N}@essai.example",
            CreatedUtc = DateTime.UtcNow,
        };
        account.NormalizedUserName = account.UserName.ToUpperInvariant();
        var session = new AccountSession
        {
            AccountId = account.Id,
            CreatedUtc = DateTime.UtcNow,
            SeenUtc = DateTime.UtcNow,
        };
        context.AddRange(account, session);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new Actor(account.Id, session.Id, account.SecurityStamp);
    }

    /// <summary>A browser of somebody, with the token that pages give to scripts.</summary>
    public HttpClient Browser(Actor? actor, AccountRole role = AccountRole.Reviewer, bool withToken = true)
    {
        var client = _site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var identity = actor is null ? new ClaimsIdentity() : IdentityOf(TextOf(actor, role));
        if (actor is not null)
        {
            client.DefaultRequestHeaders.Add(Header, TextOf(actor, role));
        }

        if (withToken)
        {
            using var scope = Services.CreateScope();
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = new ClaimsPrincipal(identity) };
            var tokens = Services.GetRequiredService<IAntiforgery>().GetTokens(context);
            var cookie = Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
            client.DefaultRequestHeaders.Add("Cookie", $"{cookie}={tokens.CookieToken}");
            client.DefaultRequestHeaders.Add(tokens.HeaderName!, tokens.RequestToken);
        }

        return client;
    }

    public void Dispose() => _site.Dispose();

    private static string TextOf(Actor actor, AccountRole role) => $"{actor.AccountId}|{actor.SessionId}|{actor.SecurityStamp}|{role}";

    private static ClaimsIdentity IdentityOf(string text)
    {
        var parts = text.Split('|');
        return new ClaimsIdentity(
            [
                new(ActorOf.AccountClaim, parts[0]),
                new(ActorOf.SessionClaim, parts[1]),
                new(ActorOf.StampClaim, parts[2]),
                new(ActorOf.RoleClaim, parts[3]),
            ],
            SchemeName
        );
    }

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
