using CareerPortal.Exchange;
using CareerPortal.French;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Guides;

public sealed class GuideRulesTests
{
    private static readonly GuideDocument Good = Sample.CompleteGuide().ToDocument();

    private static readonly Dictionary<GuideReferenceKind, IReadOnlySet<string>> Codes = GuideReferences
        .Of(Good.Content)
        .GroupBy(r => r.Kind)
        .ToDictionary(g => g.Key, IReadOnlySet<string> (g) => g.Select(r => r.Code).ToHashSet());

    private static readonly KnownCodes Known = new(Codes, hasMinimumWage: true);

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    public static TheoryData<GuideReferenceKind> ReferenceKinds => [.. Enum.GetValues<GuideReferenceKind>()];

    [Fact]
    public void Check_GoodGuide_FindsNothing() => Assert.Empty(GuideRules.Check(Good, "fr", Known));

    [Theory]
    [MemberData(nameof(ReferenceKinds))]
    public void Check_CodesOfOneKindNotKnown_NamesEachPlace(GuideReferenceKind kind)
    {
        var known = new KnownCodes(Codes.Where(c => c.Key != kind).ToDictionary(), hasMinimumWage: true);
        var expected = GuideReferences.Of(Good.Content).Where(r => r.Kind == kind).Select(r => ($"content.{r.Path}", r.Code)).Order();

        var faults = GuideRules.Check(Good, "fr", known);

        Assert.All(faults, f => Assert.Equal(FaultKind.UnknownCode, f.Kind));
        Assert.Equal(expected, faults.Select(f => (f.Path, f.Value!)).Order());
    }

    [Fact]
    public void Check_CodesInLaterItems_NamesTheItemThatHoldsThem()
    {
        var content = Good.Content with
        {
            SelfAssessment = [new("Seul ?", "Oui."), new("À deux ?", "Non.", "absente")],
            Faq = [new("Combien ?", ["Peu."]), new("Quand ?", ["Tôt."], ["absente"])],
        };

        var faults = GuideRules.Check(Good with { Content = content }, "fr", Known);

        Assert.Equal(["content.faq[1]", "content.selfAssessment[1]"], faults.Select(f => f.Path).Order());
    }

    [Theory]
    [InlineData("Le métier de annotateur.", "de annotateur → d’annotateur", "Le métier d'annotateur.")]
    [InlineData("On parle à le Forem.", "à le Forem → au Forem", "On parle au Forem.")]
    public void Check_FrenchNotElided_TellsWhatFrenchWritesAndMendsIt(string text, string value, string mended)
    {
        var faults = GuideRules.Check(Saying(text), "fr", Known);

        var fault = Assert.Single(faults);
        Assert.Equal(
            ("content.introduction[1]", FaultKind.Elision, value, FaultSeverity.Error),
            (fault.Path, fault.Kind, fault.Value, fault.Severity)
        );
        Assert.Equal(new Mend("content.introduction[1]", text, mended), fault.Mend);
    }

    [Theory]
    [InlineData(Register.Vous, "Tu choisis ton atelier.", "Tu,ton")]
    [InlineData(Register.Tu, "Vous choisissez.", "Vous,choisissez")]
    public void Check_WordsOfTheOtherRegister_TellsEach(Register register, string text, string words)
    {
        var document = Brief(register) with { Content = Brief(register).Content with { Introduction = [text] } };

        var faults = GuideRules.Check(document, "fr", Known);

        Assert.Equal(words, string.Join(',', faults.Select(f => f.Value)));
        Assert.All(faults, f => Assert.Equal(("content.introduction[0]", FaultKind.OtherRegister), (f.Path, f.Kind)));
    }

    [Fact]
    public void Check_QuotationAndPortrait_MaySpeakOtherwise()
    {
        var document = Saying("On lit « Tu viens de Amiens » sur une affiche.");
        document = document with { Content = document.Content with { Portrait = new Portrait("Tu sais, j'aime ce travail.", "Une relieuse", true) } };

        Assert.Empty(GuideRules.Check(document, "fr", Known));
    }

    [Fact]
    public void Check_PortraitNotElided_IsAFaultAllTheSame()
    {
        var document = Good with { Content = Good.Content with { Portrait = new Portrait("Je aime ce travail.", "Une relieuse", true) } };

        Assert.Equal(("content.portrait.text", FaultKind.Elision), GuideRules.Check(document, "fr", Known).Select(f => (f.Path, f.Kind)).Single());
    }

    [Fact]
    public void Check_GuideInAnotherLanguage_IsNotReadAsFrench() => Assert.Empty(GuideRules.Check(Saying("Tu de annotateur."), "nl", Known));

    [Fact]
    public void Check_ListThatMicroTasksLack_IsAnEmptySection()
    {
        var content = Good.Content with { MicroTasks = Good.Content.MicroTasks! with { Precautions = [] } };

        var faults = GuideRules.Check(Good with { Content = content }, "fr", Known);

        Assert.Equal([new GuideFault("content.microTasks.precautions", FaultKind.EmptySection)], faults);
    }

    [Fact]
    public void Check_CompleteGuideWithNothing_LacksEverySectionButMicroTasks()
    {
        var lacking = GuideSections
            .Parts.Where(p => p.Need is not (PartNeed.Optional or PartNeed.NeverEmpty) && p.Path != "summary")
            .Select(p => $"content.{p.Path}");

        var faults = GuideRules.Check(Good with { Content = new GuideContent { Summary = "Rien." } }, "fr", Known);

        Assert.All(faults, f => Assert.Equal(FaultKind.EmptySection, f.Kind));
        Assert.Equal(lacking.Order(StringComparer.Ordinal), faults.Select(f => f.Path).Order(StringComparer.Ordinal));
        Assert.Equal(24, faults.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_FaultOfEveryKind_KeepsItsNameInAFile(FaultKind kind)
    {
        var fault = ExchangeFault.Of("guides/a.json", new GuideFault("content.hook", kind, "x"));

        Assert.Equal(("guides/a.json", "content.hook", $"{kind}", "x"), (fault.File, fault.Place, $"{fault.Kind}", fault.Value));
    }

    private static GuideDocument Saying(string text) => Good with { Content = Good.Content with { Introduction = ["Un métier.", text] } };

    private static GuideDocument Brief(Register register) => Sample.BriefGuide().ToDocument() with { Register = register };
}
