using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerPortal.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace CareerPortal.Web.Accounts;

/// <summary>Accounts on the site: Identity over the portal's store, the cookies of sign-in, their pages and jobs.</summary>
internal static class AccountPages
{
    public const string SignInPath = "/connexion";

    private const string SignOutPath = "/deconnexion";
    private const string OwnDataPath = "/espace/compte/donnees";
    private const int MostFailures = 10;

    private static readonly JsonSerializerOptions OwnDataForm = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Halfway = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddAccountPages(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddSingleton<IPasswordHasher<Account>>(s => s.GetRequiredService<AccountPasswords>());
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Lockout.MaxFailedAccessAttempts = MostFailures;
                options.Lockout.DefaultLockoutTimeSpan = LockedFor;
                options.User.RequireUniqueEmail = false;
                options.User.AllowedUserNameCharacters = "";
                options.ClaimsIdentity.UserIdClaimType = ActorOf.AccountClaim;
                options.ClaimsIdentity.UserNameClaimType = ActorOf.NameClaim;
                options.ClaimsIdentity.RoleClaimType = ActorOf.RoleClaim;
                options.ClaimsIdentity.SecurityStampClaimType = ActorOf.StampClaim;
            })
            .AddUserStore<AccountStore>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider)
            .AddSignInManager<AccountSignIn>();
        services.AddScoped(s => (AccountSignIn)s.GetRequiredService<SignInManager<Account>>());
        services.AddSingleton<SessionWatch>();
        services.AddSingleton<SignInCookie>();
        services
            .AddAuthentication(SignInScheme.Account)
            .AddCookie(SignInScheme.Account, SignInCookieOf)
            .AddCookie(SignInScheme.Halfway, HalfwayCookieOf);
        services.AddAuthorization(WorkspacePolicies.Add);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSignIn>();
        services.AddScoped<WaysIn>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<MailTexts>();
        services.AddSingleton<ForgottenPasswords>();
        services.AddHostedService(s => s.GetRequiredService<ForgottenPasswords>());
        services.AddHostedService<MailJob>();
        services.AddHostedService<AccountRetentionJob>();
        services.AddHostedService<FirstLinks>();
        return services;
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapGet(OwnDataPath, SendOwnDataAsync).RequireAuthorization(WorkspacePolicies.Write);
        app.MapPost(
            SignOutPath,
            async (HttpContext context, AccountSignIn signIn, IAntiforgery antiforgery) =>
            {
                if (await antiforgery.IsRequestValidAsync(context))
                {
                    await signIn.SignOutAsync();
                }

                return Results.LocalRedirect(Shell.Site.Link(SignInPath));
            }
        );
    }

    /// <summary>All that is kept of the person who asks, as a file.</summary>
    private static async Task<IResult> SendOwnDataAsync(HttpContext context, OwnDesk desk, CancellationToken cancellation)
    {
        if (ActorOf.In(context.User) is not { } actor || await desk.ExportAsync(actor, cancellation) is not { } data)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(data, OwnDataForm), "application/json", "passerelle.json");
    }

    private static void SignInCookieOf(CookieAuthenticationOptions options)
    {
        Harden(options);
        options.EventsType = typeof(SignInCookie);
        options.ExpireTimeSpan = SessionDesk.Idle;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = ReturnPath.Key;
    }

    private static void HalfwayCookieOf(CookieAuthenticationOptions options)
    {
        Harden(options);
        options.ExpireTimeSpan = Halfway;
        options.SlidingExpiration = false;
    }

    /// <summary>A link in a mail opens the workspace signed in, a form from elsewhere is sent without.</summary>
    private static void Harden(CookieAuthenticationOptions options)
    {
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
    }
}
