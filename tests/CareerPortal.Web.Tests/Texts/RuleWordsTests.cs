using System.Globalization;
using CareerPortal.Guides;
using CareerPortal.Web.Texts;
using CareerPortal.Web.Workspace.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Tests.Texts;

public sealed class RuleWordsTests
{
    private static readonly IStringLocalizer<PortalTexts> Localizer = new ServiceCollection()
        .AddLogging()
        .AddLocalization()
        .BuildServiceProvider()
        .GetRequiredService<IStringLocalizer<PortalTexts>>();

    public static TheoryData<FaultKind, string> KindsAndLanguages =>
        new(Enum.GetValues<FaultKind>().SelectMany(_ => Languages.All, (kind, language) => (kind, language)));

    [Theory]
    [MemberData(nameof(KindsAndLanguages))]
    public void Of_EveryKind_SaysSomethingInEveryLanguage(FaultKind kind, string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo($"{language}-BE");

        var words = RuleWords.Of(new GuideFault("content.hook", kind, "x"), Localizer);

        Assert.DoesNotContain("Rule.", words, StringComparison.Ordinal);
        Assert.EndsWith(".", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content.salaries.i1.level", "choisi")]
    [InlineData("content.salaries[0].source", "choisi")]
    [InlineData("content.hook", "texte")]
    public void Of_WhatIsEmpty_AsksToWriteATextAndToChooseFromAList(string path, string said)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-BE");

        Assert.Contains(said, RuleWords.Of(new GuideFault(path, FaultKind.EmptyText), Localizer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.AgedFact, "2026-06-30", "30\u00A0juin 2026")]
    [InlineData(FaultKind.StudiesContradict, "UpperSecondary", "CESS")]
    [InlineData(FaultKind.FrenchOnlyWord, "SMIC → salaire minimum", "SMIC → salaire minimum")]
    public void Of_ValueThatIsNoWord_IsToldInWords(FaultKind kind, string value, string said)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-BE");

        Assert.Contains(said, RuleWords.Of(kind, value, Localizer), StringComparison.Ordinal);
    }
}
