using AngleSharp.Html.Dom;
using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Quiz;

/// <summary>The box on the result, the page that takes it back, and what the site says of both; without JavaScript.</summary>
[Slow]
public sealed class ShareAnswersTests(PublicPages site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Result_OfEitherQuiz_OffersABoxThatIsEmpty(bool overAll)
    {
        using var visitor = await TakeAsync(overAll);

        var box = Assert.IsAssignableFrom<IHtmlInputElement>(visitor.Main.QuerySelector("#accord"));
        Assert.False(box.IsChecked);
        Assert.Equal(visitor.Text("Share.Agree"), visitor.Main.QuerySelector("label[for=accord]")!.Words());
        foreach (var key in new[] { "Share.Lead", "Share.Kept", "Share.NotKept" })
        {
            Assert.True(visitor.Says(visitor.Text(key)), key);
        }

        Assert.Null(await SharedAsync(visitor));
    }

    [Fact]
    public async Task Share_BoxNotTicked_SharesNothingAndSaysWhatToDo()
    {
        using var visitor = await TakeAsync();

        await visitor.SubmitAsync("Share.Action");

        var message = visitor.Main.QuerySelector("[role=alert]")!;
        Assert.Equal(visitor.Text("Share.Missing"), message.Words());
        Assert.Equal("-1", message.GetAttribute("tabindex"));
        Assert.Equal($"#{message.Id}", visitor.Last.RequestMessage!.RequestUri!.Fragment);
        Assert.Equal("accord-manquant", visitor.Main.QuerySelector("#accord")!.GetAttribute("aria-describedby"));
        Assert.Null(await SharedAsync(visitor));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Share_BoxTicked_CopiesAndOffersToTakeItBack(bool overAll)
    {
        using var visitor = await TakeAsync(overAll);

        await ShareAsync(visitor);

        Assert.True(visitor.IsResult, visitor.Path);
        Assert.Null(visitor.Main.QuerySelector("#accord"));
        Assert.NotNull(await SharedAsync(visitor));
        Assert.Null(visitor.Main.QuerySelector("[role=alert]"));
        await visitor.SubmitAsync("Share.Withdraw");
        Assert.NotNull(visitor.Main.QuerySelector("#accord"));
        Assert.Null(await SharedAsync(visitor));
    }

    [Fact]
    public async Task Share_WithoutTheTokenOfTheForm_IsRefused()
    {
        using var visitor = await TakeAsync();

        using var answer = await visitor.Client.PostAsync(
            new Uri(visitor.Path, UriKind.Relative),
            new FormUrlEncodedContent([KeyValuePair.Create("_handler", "share"), KeyValuePair.Create("Agreed", "oui")]),
            Cancellation
        );

        Assert.Contains("expire", answer.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        Assert.Null(await SharedAsync(visitor));
    }

    [Fact]
    public async Task Withdraw_AfterTheQuizIsGone_WorksByTheCode()
    {
        using var visitor = await TakeAsync();
        await ShareAsync(visitor);
        var code = visitor.Code;
        await using (var context = await ContextAsync())
        {
            var hash = ResumeCode.Parse(code)!.Hash();
            await context.QuizSessions.Where(s => s.CodeHash == hash).ExecuteDeleteAsync(Cancellation);
        }

        await visitor.GoAsync("/vie-privee");
        await visitor.FollowAsync("Withdraw.Title");
        visitor.Type(visitor.Text("Resume.Label"), code.ToLowerInvariant());
        await visitor.SubmitAsync("Withdraw.Action");

        Assert.True(visitor.Says(visitor.Text("Withdraw.Done")), visitor.Main.Words());
        Assert.Null(await Sharing.KeptUntilAsync(ResumeCode.Parse(code)!, Cancellation));
    }

    [Theory]
    [InlineData("K7QF-9M2X-0TAB-3CDE", "Withdraw.Unknown")]
    [InlineData("K7QF", "Resume.Malformed")]
    public async Task Withdraw_CodeOfNobody_SaysSo(string code, string text)
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.GoAsync("/quiz/retrait");
        visitor.Type(visitor.Text("Resume.Label"), code);

        await visitor.SubmitAsync("Withdraw.Action");

        Assert.Equal(visitor.Text(text), visitor.Main.QuerySelector("#code-erreur")!.Words());
    }

    [Fact]
    public async Task Delete_SharedQuiz_DeletesTheCopyAndSaysSoBefore()
    {
        using var visitor = await TakeAsync();
        await ShareAsync(visitor);
        var code = ResumeCode.Parse(visitor.Code)!;
        Assert.True(visitor.Says(visitor.Text("Result.DeleteText")));

        await visitor.SubmitAsync("Result.DeleteAction");

        Assert.Null(await Sharing.KeptUntilAsync(code, Cancellation));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Privacy_Page_SaysWhatIsSharedAndUntilWhen(string language)
    {
        using var visitor = new Visitor(site.Portal, language);

        await visitor.GoAsync(PublicPages.In(language, "/vie-privee"));

        Assert.True(visitor.Says(visitor.Text("Privacy.SharingText", 30, SharedQuiz.KeptMonths)), visitor.Main.Words());
        Assert.EndsWith("/quiz/retrait", visitor.Link(visitor.Text("Withdraw.Title")).GetAttribute("href"), StringComparison.Ordinal);
    }

    private SharingDesk Sharing => site.Portal.Services.GetRequiredService<SharingDesk>();

    private async Task<Visitor> TakeAsync(bool overAll = false)
    {
        var visitor = new Visitor(site.Portal);
        await (overAll ? visitor.StartOverAllAsync() : visitor.StartQuizAsync());
        await visitor.AnswerAllAsync(4, 2, 5);
        Assert.True(visitor.IsResult, visitor.Path);
        return visitor;
    }

    private static async Task ShareAsync(Visitor visitor)
    {
        ((IHtmlInputElement)visitor.Main.QuerySelector("#accord")!).IsChecked = true;
        await visitor.SubmitAsync("Share.Action");
    }

    private Task<DateOnly?> SharedAsync(Visitor visitor) => Sharing.KeptUntilAsync(ResumeCode.Parse(visitor.Code)!, Cancellation);

    private Task<PortalDbContext> ContextAsync() =>
        site.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);
}
