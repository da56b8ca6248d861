using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using CareerPortal.Web.Hosting;
using CareerPortal.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>What is shown to somebody who is signed in is shown to nobody else, were there a name in every page.</summary>
public sealed class SignedInTests
{
    private const string Page = "/metiers/annotateur-de-donnees-ia";
    private const string Somebody = "Zoe-Marguerite";
    private const string Scheme = "Fake";

    [Theory]
    [InlineData("Cookie", "anything-at-all=" + Somebody)]
    [InlineData("Cookie", ".AspNetCore.Identity.Application=" + Somebody)]
    [InlineData("Authorization", "Fake " + Somebody)]
    [InlineData("X-Proxy-User", Somebody)]
    public async Task Page_OfSomebodySignedIn_IsNeitherKeptNorTakenFromWhatIsKept(string header, string value)
    {
        await using var site = SiteThatGreets(s => s.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, FakeSignIn>(Scheme, null));
        var client = site.CreateClient(new() { HandleCookies = false });

        for (var round = 0; round < 4; round++)
        {
            var own = await AskAsync(client, header, value);
            Assert.Contains(Somebody, own.Text, StringComparison.Ordinal);
            Assert.Equal(("no-cache, private", null, null), own.Kept);
            var others = await AskAsync(client);
            Assert.DoesNotContain(Somebody, others.Text, StringComparison.Ordinal);
            Assert.Equal("public, no-cache", others.Kept.CacheControl);
            Assert.Equal(round > 0, others.Kept.Age is not null);
        }

        Assert.True(ReadyOf(site) > 0);
    }

    /// <summary>The browser keeps the page that was there before the sign-in, and asks whether it still holds.</summary>
    [Fact]
    public async Task Page_AskedForBySomebodySignedInWithTheTagOfAll_IsMadeAnew()
    {
        await using var site = SiteThatGreets(s => s.AddAuthentication(Scheme).AddScheme<AuthenticationSchemeOptions, FakeSignIn>(Scheme, null));
        var client = site.CreateClient(new() { HandleCookies = false });
        var tag = (await AskAsync(client)).Kept.Tag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Page, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        request.Headers.TryAddWithoutValidation("X-Proxy-User", Somebody);

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Whoever is recognised behind the cache, by the page itself, has been promised a page for all by then.</summary>
    [Fact]
    public async Task Page_OfSomebodyRecognisedOnTheWay_IsNotKeptAndSaysThatItIsPrivate()
    {
        await using var site = SiteThatGreets(_ => { }, recognises: true);
        var client = site.CreateClient(new() { HandleCookies = false });

        var own = await AskAsync(client, "X-Late-User", Somebody);
        var others = await AskAsync(client);

        Assert.Contains(Somebody, own.Text, StringComparison.Ordinal);
        Assert.Equal(("no-cache, private", null, null), own.Kept);
        Assert.DoesNotContain(Somebody, others.Text, StringComparison.Ordinal);
        Assert.Null(others.Kept.Age);
    }

    [Theory]
    [InlineData("seance=x", true)]
    [InlineData(".AspNetCore.Cookies=x", true)]
    [InlineData(".AspNetCore.Identity.External=x", true)]
    [InlineData("_pk_id=x", false)]
    [InlineData("passage=x", false)]
    public async Task Cookie_ReadByNobody_CountsWhereItIsOneOfSignIn(string cookie, bool counts)
    {
        await using var site = SiteThatGreets(s =>
            s.AddAuthentication(Scheme)
                .AddScheme<AuthenticationSchemeOptions, FakeSignIn>(Scheme, null)
                .AddCookie("Own", o => o.Cookie.Name = "seance")
        );
        var context = new DefaultHttpContext { Request = { Headers = { Cookie = cookie } } };

        var isOn = await site.Services.GetRequiredService<SignIn>().IsOnAsync(context);

        Assert.Equal(counts, isOn);
    }

    [Fact]
    public async Task TokenOfForms_Held_IsNoSignIn()
    {
        await using var site = new PortalFactory();
        var token = site.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
        var context = new DefaultHttpContext { Request = { Headers = { Cookie = $"{token}=x" } } };
        var signIn = site.Services.GetRequiredService<SignIn>();

        var counts = signIn.MayBeOn(context) || await signIn.IsOnAsync(context);

        Assert.False(counts);
    }

    private static PortalFactory SiteThatGreets(Action<IServiceCollection> registrations, bool recognises = false) =>
        new()
        {
            Registrations = services =>
            {
                services.AddSingleton<IStartupFilter, RecognisedAtTheDoor>();
                services.AddSingleton<IStringLocalizer<PortalTexts>>(s => new GreetingTexts(
                    s.GetRequiredService<IStringLocalizerFactory>().Create(typeof(PortalTexts)),
                    s.GetRequiredService<IHttpContextAccessor>(),
                    recognises
                ));
                registrations(services);
            },
        };

    private static long ReadyOf(PortalFactory site) => site.Services.GetRequiredService<ReadyCounts>().Take().Sum(t => t.Times);

    private static async Task<(string Text, (string? CacheControl, string? Tag, TimeSpan? Age) Kept)> AskAsync(
        HttpClient client,
        string? header = null,
        string? value = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Page, UriKind.Relative));
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (text, (answer.Headers.CacheControl?.ToString(), answer.Headers.ETag?.ToString(), answer.Headers.Age));
    }

    /// <summary>A proxy that signs people in is asked before anything else; the site's own cookie needs no more than being there.</summary>
    private sealed class RecognisedAtTheDoor : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.UseAuthentication();
                next(app);
            };
    }

    /// <summary>Knows whoever says a name: in a cookie, in a header of their own, or through a proxy.</summary>
    private sealed class FakeSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var said = string.Concat(Request.Headers.Cookie.Concat(Request.Headers.Authorization).Concat(Request.Headers["X-Proxy-User"]));
            return Task.FromResult(
                said.Contains(Somebody, StringComparison.Ordinal)
                    ? AuthenticateResult.Success(new AuthenticationTicket(UserOf(Scheme.Name), Scheme.Name))
                    : AuthenticateResult.NoResult()
            );
        }
    }

    private static ClaimsPrincipal UserOf(string kind) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, Somebody)], kind));

    /// <summary>Texts with the reader's name in the one that stands at the top of every page.</summary>
    private sealed class GreetingTexts(IStringLocalizer texts, IHttpContextAccessor accessor, bool recognises) : IStringLocalizer<PortalTexts>
    {
        public LocalizedString this[string name] => name == "Layout.Skip" ? Greeting(name) : texts[name];

        public LocalizedString this[string name, params object[] arguments] => texts[name, arguments];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);

        private LocalizedString Greeting(string name)
        {
            var context = accessor.HttpContext;
            if (recognises && context?.Request.Headers.ContainsKey("X-Late-User") == true)
            {
                context.User = UserOf("Late");
            }

            return new LocalizedString(name, $"{texts[name].Value} {context?.User.Identity?.Name}");
        }
    }
}
