using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Tests;
using CareerPortal.Web.Workspace.Demonstration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>A site with the demonstration's people and its drafts in every state.</summary>
public sealed class DemonstrationSite : IAsyncLifetime
{
    public PortalFactory Portal { get; } = new() { Registrations = Register };

    /// <summary>Where the site is, without a slash at its end.</summary>
    public string Address => Portal.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    /// <summary>Starts it and waits for its drafts, which come in their own time; two who disagree are the last.</summary>
    public async ValueTask InitializeAsync()
    {
        Portal.UseKestrel(0);
        Portal.StartServer();
        for (var attempt = 0; attempt < 240; attempt++)
        {
            await using var context = Store();
            if (await context.Set<DraftConflict>().AnyAsync(Cancellation))
            {
                return;
            }

            await Task.Delay(250, Cancellation);
        }

        Assert.Fail("The demonstration's drafts did not come.");
    }

    /// <summary>Where a site is no developer's, its first links switch a demonstration's accounts off, and would do it in the middle of this one.</summary>
    private static void Register(IServiceCollection services)
    {
        services.Remove(services.Single(s => s.ImplementationType == typeof(FirstLinks)));
        services.AddSingleton<DemonstrationDrafts>().AddHostedService<DemonstrationJob>();
    }

    public PortalDbContext Store() => Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    /// <summary>The first guide whose draft is so far.</summary>
    public async Task<int> GuideAsync(DraftState state)
    {
        await using var context = Store();
        return await context.Set<Draft>().Where(d => d.State == state).OrderBy(d => d.Guide.Slug).Select(d => d.GuideId).FirstAsync(Cancellation);
    }

    /// <summary>The guide about which two disagree.</summary>
    public async Task<int> DisputedAsync()
    {
        await using var context = Store();
        return await context
            .Set<Draft>()
            .Where(d => context.Set<DraftConflict>().Any(c => c.DraftId == d.Id))
            .Select(d => d.GuideId)
            .SingleAsync(Cancellation);
    }

    /// <summary>Somebody of the demonstration, at the desks that the pages stand before.</summary>
    public async Task<Actor> ActAsAsync(Guid account)
    {
        var session = await Portal.Services.GetRequiredService<SessionDesk>().OpenAsync(account, null, Cancellation);
        await using var context = Store();
        var stamp = await context.Accounts.Where(a => a.Id == account).Select(a => a.SecurityStamp).SingleAsync(Cancellation);
        return new Actor(account, session!.Id, stamp!);
    }
}
