using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Testing;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>Every action of the workspace asks the store, in itself, whether its person may: no page, circuit or address stands in for that.</summary>
[Slow]
public sealed class DeskGateTests(WorkspaceSite site) : IClassFixture<WorkspaceSite>
{
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
    public async Task Action_AfterTheSessionWasEnded_DoesAndTellsNothing(string method) => await RefusesAsync(method, site.Gone);

    [Theory]
    [MemberData(nameof(MethodsOnAGuide))]
    public async Task Action_OnSomebodyElsesUnpublishedGuide_DoesAndTellsNothing(string method) => await RefusesAsync(method, site.Stranger.Actor);

    private async Task RefusesAsync(string name, Actor actor)
    {
        foreach (var method in DeskCalls.All.Where(m => DeskCalls.NameOf(m) == name))
        {
            var before = site.Store.Tables();

            var answer = await DeskCalls.CallAsync(site.Portal.Services, method, actor, site.Known);

            Assert.True(DeskCalls.IsRefusal(answer), $"{name} answered {answer}");
            Assert.Empty(StoreWatch.Changed(before, site.Store.Tables()));
        }
    }
}
