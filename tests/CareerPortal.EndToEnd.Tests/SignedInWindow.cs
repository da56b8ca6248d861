using System.Security.Claims;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Tests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>Signs somebody new in to a window, as the pages of sign-in would, without their steps.</summary>
internal static class SignedInWindow
{
    public static async Task SignInAsync(
        this Window window,
        PortalFactory portal,
        string address,
        string name = "Ana",
        AccountRole role = AccountRole.Reviewer
    )
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            DisplayName = name,
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
        await using (var context = portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext())
        {
            context.AddRange(account, session);
            await context.SaveChangesAsync();
        }

        var person = await new AccountClaims().CreateAsync(account);
        person.Identities.First().AddClaim(new Claim(ActorOf.SessionClaim, $"{session.Id}"));
        var options = portal.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInScheme.Account);
        var now = DateTimeOffset.UtcNow;
        var ticket = new AuthenticationTicket(
            person,
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) },
            SignInScheme.Account
        );
        await window.Page.Context.AddCookiesAsync([
            new()
            {
                Name = options.Cookie.Name!,
                Value = options.TicketDataFormat.Protect(ticket),
                Url = address,
            },
        ]);
    }
}
