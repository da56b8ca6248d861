using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CareerPortal.Compatibility;
using CareerPortal.Quiz.Items;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Quiz;

/// <summary>The result of the quiz over all occupations, catalogue included, by links and posted forms alone.</summary>
[Slow]
public sealed class QuizOverCatalogueTests(PublicPages site)
{
    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Aside_PostedWithAReason_LeavesTheListIsToldOfAndComesBack(string language)
    {
        using var visitor = new Visitor(site.Portal, language);
        await FinishAsync(visitor);
        var before = Names(visitor);

        await PressAsync(visitor, "Suggest.AsideReason.Interest");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.DoesNotContain(before[0], Names(visitor));
        var aside = visitor.Main.QuerySelector(".put-aside")!;
        Assert.False(aside.HasAttribute("hidden"));
        Assert.Equal(before[0], aside.QuerySelector("li > a")!.GetAttribute("href"));
        Assert.Contains(visitor.Text("Suggest.AsideMoves.Interest"), aside.Words(), StringComparison.Ordinal);
        Faults.None([.. PageRules.FaultsOf(await visitor.Client.PageAsync(visitor.Path))]);
        Faults.None([.. FrenchContent.FaultsOf(visitor.Page.Body!, language, visitor.Path, site.Portal)]);

        await PressAsync(visitor, "Suggest.AsideBack");

        Assert.Equal(before, Names(visitor));
        Assert.True(visitor.Main.QuerySelector(".put-aside")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task Filter_ChosenInTheForm_StandsInTheAddressAndStaysWhenSomethingIsPutAside()
    {
        using var visitor = new Visitor(site.Portal);
        await FinishAsync(visitor);
        var form = (IHtmlFormElement)visitor.Main.QuerySelector("form[method=get]")!;
        ((IHtmlSelectElement)form.QuerySelector("select[name=etudes]")!).Value = nameof(ShelfStudies.Secondary);

        await visitor.SubmitAsync("Suggest.FilterApply");

        Assert.Contains("etudes=Secondary", visitor.Path, StringComparison.Ordinal);
        var first = Names(visitor)[0];
        await PressAsync(visitor, "Suggest.AsideReason.Known");
        Assert.Contains("etudes=Secondary", visitor.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(first, Names(visitor));
        Assert.Equal(nameof(ShelfStudies.Secondary), ((IHtmlSelectElement)visitor.Main.QuerySelector("select[name=etudes]")!).Value);
    }

    [Theory]
    [InlineData("etudes=rien&domaine=lune&penurie=<b>&teletravail=oui")]
    [InlineData("domaine=&etudes=")]
    public async Task Filter_ThatMeansNothing_IsPassedOver(string query)
    {
        using var visitor = new Visitor(site.Portal);
        await FinishAsync(visitor);
        var all = Names(visitor);

        await visitor.GoAsync($"{visitor.Path}?{query}");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(all, Names(visitor));
    }

    [Theory]
    [InlineData("Z9999:Other")]
    [InlineData("A1203")]
    [InlineData("A1203:99")]
    [InlineData(":")]
    public async Task Aside_ForgedValue_ChangesNothing(string value)
    {
        using var visitor = new Visitor(site.Portal);
        await FinishAsync(visitor);
        var before = Names(visitor);

        await visitor.ForgeAsync(visitor.Path, ("_handler", "aside"), ("Aside", value));

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(before, Names(visitor));
    }

    [Fact]
    public async Task Data_OfAQuiz_AreAFileWithAllThatIsKept()
    {
        using var visitor = new Visitor(site.Portal);
        await FinishAsync(visitor);
        await PressAsync(visitor, "Suggest.AsideReason.Studies");
        var address = visitor.Link(visitor.Text("Result.Export")).GetAttribute("href")!;

        using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        using var file = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(24, file.RootElement.GetProperty("answers").GetArrayLength());
        Assert.Equal("studies", file.RootElement.GetProperty("dismissed")[0].GetProperty("reason").GetString());
        using var gone = await visitor.Client.GetAsync(
            new Uri("/quiz/session/AAAA-AAAA-AAAA-AAAA/donnees.json", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task FinishAsync(Visitor visitor)
    {
        var bank = site.Portal.Services.GetRequiredService<ItemBank>();
        await visitor.StartOverAllAsync();
        while (!visitor.IsResult)
        {
            var item = bank.Find(visitor.Item)!;
            await visitor.AnswerAsync(
                item.QualityId == InterestIds.All[0] ? 5
                : item.Kind == ItemKind.Interest ? 2
                : item.Coded(4)
            );
        }
    }

    /// <summary>Presses the first button of this text, as a browser without script does: its form may stand elsewhere on the page.</summary>
    private static async Task PressAsync(Visitor visitor, string textKey)
    {
        var button = visitor
            .Main.QuerySelectorAll<IHtmlButtonElement>("button")
            .First(b => b.Words().StartsWith(visitor.Text(textKey), StringComparison.Ordinal));
        await visitor.ForgeAsync(visitor.Path, ("_handler", "aside"), (button.Name!, button.Value));
    }

    private static List<string> Names(Visitor visitor) =>
        [.. visitor.Main.QuerySelectorAll(".suggestions h2 a").Select(a => a.GetAttribute("href")!)];
}
