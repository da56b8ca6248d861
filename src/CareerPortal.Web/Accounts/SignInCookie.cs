using CareerPortal.Accounts;
using CareerPortal.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;

namespace CareerPortal.Web.Accounts;

/// <summary>What happens with the cookie of a sign-in at each request: the store says whether it still holds.</summary>
internal sealed class SignInCookie(SessionWatch watch) : CookieAuthenticationEvents
{
    /// <summary>Addresses that scripts ask: they get a status instead of a page.</summary>
    private const string ForScripts = "/espace/api";

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var actor = ActorOf.In(context.Principal);
        SignedIn? now;
        try
        {
            now = actor is null ? null : await watch.LookAsync(actor, context.HttpContext.RequestAborted);
        }
        catch (Exception e) when (StoreFailure.Is(e))
        {
            // The store is away: this request is nobody's, the next one may be somebody's again.
            context.RejectPrincipal();
            return;
        }

        if (now is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
        else if (now.Role != ActorOf.RoleIn(context.Principal) || now.Name != ActorOf.NameIn(context.Principal))
        {
            context.ReplacePrincipal(AccountClaims.With(context.Principal!, now));
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        AnswersScript(context, StatusCodes.Status401Unauthorized) ? Task.CompletedTask : base.RedirectToLogin(context);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!AnswersScript(context, StatusCodes.Status403Forbidden))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }

    private static bool AnswersScript(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.Path.StartsWithSegments(ForScripts))
        {
            return false;
        }

        if (context.HttpContext.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        context.Response.StatusCode = status;
        return true;
    }
}
