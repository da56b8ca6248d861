using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>Every action of the workspace asks the store, in itself, whether its person may: no page, circuit or address stands in for that.</summary>
[Slow]
public sealed class DeskGateTests(WorkspaceSite site) : IClassFixture<WorkspaceSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Methods => [.. DeskCalls.All.Select(DeskCalls.NameOf).Distinct()];

    public static TheoryData<string> MethodsOnAGuide =>
        [.. DeskCalls.All.Where(m => m.GetParameters().Any(p => p.Name == "guideId")).Select(DeskCalls.NameOf).Distinct()];

    [Fact]
    public void Methods_OfTheDesks_AreFound() =>
        Assert.All<Type>(
            [
                typeof(DraftDesk),
                typeof(EditorialDesk),
                typeof(CommentDesk),
                typeof(ShareDesk),
                typeof(PreviewDesk),
                typeof(ReleaseDesk),
                typeof(TranslationDesk),
                typeof(DirectoryDesk),
            ],
            desk => Assert.Contains(DeskCalls.All, m => m.DeclaringType == desk)
        );

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Action_AfterTheSessionWasEnded_DoesAndTellsNothing(string method)
    {
        using var somebody = await Colleague.JoinAsync(site.Portal, AccountRole.Administrator);
        await EndAsync(somebody.Actor);

        await RefusesAsync(method, somebody.Actor);
    }

    [Theory]
    [MemberData(nameof(MethodsOnAGuide))]
    public async Task Action_OnSomebodyElsesUnpublishedGuide_DoesAndTellsNothing(string method) => await RefusesAsync(method, site.Stranger.Actor);

    private async Task RefusesAsync(string name, Actor actor)
    {
        foreach (var method in DeskCalls.All.Where(m => DeskCalls.NameOf(m) == name))
        {
            var before = StoreDump.Of(site.Portal.DataFolder);

            var answer = await DeskCalls.CallAsync(site.Portal.Services, method, actor, site.Known);

            Assert.True(DeskCalls.IsRefusal(answer), $"{name} answered {answer}");
            Assert.Empty(StoreDump.Changed(before, StoreDump.Of(site.Portal.DataFolder)));
        }
    }

    private async Task EndAsync(Actor actor)
    {
        await using var context = await site
            .Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(Cancellation);
        await context
            .AccountSessions.Where(s => s.Id == actor.SessionId)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedUtc, DateTime.UtcNow), Cancellation);
    }
}
