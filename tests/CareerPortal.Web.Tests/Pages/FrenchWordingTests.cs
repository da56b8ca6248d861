using System.Text.RegularExpressions;
using CareerPortal.Web.Tests.Quiz;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>What pages put together from texts reads as French: no capital after a colon, no wording that readers stumbled over.</summary>
public sealed partial class FrenchWordingTests(PublicPages site)
{
    [Fact]
    public void Values_AfterALabelOnFrenchPages_BeginSmall() =>
        Faults.None(
            from page in site.All
            where page.Language == "fr"
            from element in page.All("main .adaptation, main .meta, main caption")
            where element.QuerySelector("a") is null // A link after a label is a name.
            let text = Wording.Plain(element.Words())
            let found = CapitalAfterColon().Match(text)
            where found.Success
            select $"{page.Address}: « {found.Value} »"
        );

    [Fact]
    public void Labels_OfFrenchGuides_AreFollowedByTheirValue()
    {
        var guide = site.Guide("annotateur-de-donnees-ia");

        var notes = guide.All(".adaptation").Select(e => Wording.Plain(e.Words())).ToList();

        Assert.Contains(notes, n => n.StartsWith("Aménagement possible : le zoom", StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_OfFrenchPages_AvoidFaultsThatReadersFound() =>
        Faults.None(
            from page in site.All
            where page.Language == "fr"
            let text = Wording.Plain(page.Document.Body!.Words())
            from Match fault in Avoided().Matches(text)
            select $"{page.Address}: « {text[Math.Max(0, fault.Index - 30)..Math.Min(text.Length, fault.Index + fault.Length + 30)]} »"
        );

    [Fact]
    public async Task Result_OfTheQuizOverAll_NamesReasonsSmallAfterTheirLabel()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();

        for (var asked = 0; asked < 24; asked++)
        {
            await visitor.AnswerAsync(1 + asked * 7 % 5);
        }

        var reasons = visitor.Main.QuerySelectorAll(".suggestions .reasons li").Select(p => p.Words()).ToList();
        Assert.NotEmpty(reasons);
        Assert.All(reasons, r => Assert.DoesNotMatch(@"[:·] \p{Lu}", r));
    }

    [Fact]
    public async Task Result_OfAJob_NamesAdaptationsSmallAfterTheirLabel()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.StartQuizAsync();

        await visitor.AnswerAllAsPersonAsync(5);

        var notes = visitor.Main.QuerySelectorAll(".adaptation").Select(e => e.Words()).ToList();
        Assert.NotEmpty(notes);
        Assert.All(notes, n => Assert.DoesNotMatch(@"^[^:]* : \p{Lu}", n));
    }

    [GeneratedRegex(@" : \p{Lu}[^.]{0,30}")]
    private static partial Regex CapitalAfterColon();

    [GeneratedRegex(
        @"Situation au|s'en approchent|apprennent le plus|Face au minimum|Métiers préparés ici|Métiers présents|Trois signes suffisent|\bet/ou\b"
    )]
    private static partial Regex Avoided();
}
