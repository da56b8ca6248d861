using System.Text.RegularExpressions;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>What pages put together from texts reads as French: no capital after a colon, no wording that readers stumbled over.</summary>
public sealed partial class FrenchWordingTests(PublicPages site)
{
    /// <summary>Names that keep their capital inside a sentence.</summary>
    private static readonly string[] Names = ["Le Forem", "Actiris", "BeCode", "Bruxelles Formation", "Digitalcity.brussels", "Technobel", "Technifutur"];

    [Fact]
    public void Values_AfterALabelOnFrenchPages_BeginSmall() => Faults.None(
        from page in site.All
        where page.Language == "fr"
        from element in page.All("main .adaptation, main .meta, main caption")
        let text = Wording.Plain(element.Words())
        let found = CapitalAfterColon().Match(text)
        where found.Success && !Names.Any(n => found.Groups["value"].Value.StartsWith(n, StringComparison.Ordinal))
        select $"{page.Address}: « {found.Value} »");

    [Fact]
    public void Labels_OfFrenchGuides_AreFollowedByTheirValue()
    {
        var guide = site.Guide("annotateur-de-donnees-ia");

        var notes = guide.All(".adaptation").Select(e => Wording.Plain(e.Words())).ToList();

        Assert.Contains(notes, n => n.StartsWith("Aménagement possible : le zoom", StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_OfFrenchPages_AvoidFaultsThatReadersFound() => Faults.None(
        from page in site.All
        where page.Language == "fr"
        let text = Wording.Plain(page.Document.Body!.Words())
        from Match fault in Avoided().Matches(text)
        select $"{page.Address}: « {text[Math.Max(0, fault.Index - 30)..Math.Min(text.Length, fault.Index + fault.Length + 30)]} »");

    [GeneratedRegex(@" : (?<value>\p{Lu}\p{Ll}?[^.]{0,30})")]
    private static partial Regex CapitalAfterColon();

    [GeneratedRegex(@"Situation au|s'en approchent|apprennent le plus|Face au minimum|Métiers préparés ici|Métiers présents|Trois signes|\bet/ou\b")]
    private static partial Regex Avoided();
}
