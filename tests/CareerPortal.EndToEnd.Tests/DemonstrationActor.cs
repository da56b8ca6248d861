using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>Somebody of the demonstration, at the desks that the pages stand before.</summary>
internal static class DemonstrationActor
{
    public static async Task<Actor> SignInAsync(PortalFactory portal, Guid account)
    {
        var session = await portal.Services.GetRequiredService<SessionDesk>().OpenAsync(account, null, TestContext.Current.CancellationToken);
        await using var context = portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        var stamp = await context.Accounts.Where(a => a.Id == account).Select(a => a.SecurityStamp).SingleAsync();
        return new Actor(account, session!.Id, stamp!);
    }
}
