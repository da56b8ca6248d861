using CareerPortal.Guides;
using CareerPortal.Testing;
using CareerPortal.Wages;
using CareerPortal.Web.Guides.Sections;

namespace CareerPortal.Web.Tests.Components;

public sealed class GuideOutlineTests : ComponentTest
{
    private static readonly GuideContent Content = Sample.CompleteGuide().Content;

    [Fact]
    public void Sections_OfTheDocument_HaveOneComponentEachAndTheOtherWayRound() =>
        Assert.Equal(
            GuideSections.All.Select(s => s.Id).Order(StringComparer.Ordinal),
            typeof(GuideOutline)
                .Assembly.GetTypes()
                .SelectMany(t => t.GetCustomAttributes(typeof(ShowsSectionAttribute), inherit: true))
                .Select(a => ((ShowsSectionAttribute)a).Id)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Of_CompleteGuide_HasEverySectionInOrderUnderATextOfThePortal()
    {
        var guide = Guide() with
        {
            Content = Content,
            Neighbours = new Dictionary<string, GuideSummary> { ["relieur"] = Summary() },
        };

        var outline = GuideOutline.Of(guide);

        Assert.Equal(GuideSections.All.Select(s => s.Id), outline.Select(s => s.Id));
        Assert.All(outline, s => Assert.NotEqual(s.TitleKey, Text(s.TitleKey)));
        Assert.All(outline, s => Assert.True(s.Component.IsAssignableTo(typeof(SectionComponent)), $"{s.Component}"));
    }

    [Fact]
    public void Of_NeighboursWithoutAGuide_LeavesTheirSectionsOut()
    {
        var outline = GuideOutline.Of(Guide() with { Content = Content });

        Assert.Equal(["metiers-proches", "evolutions"], GuideSections.All.Select(s => s.Id).Except(outline.Select(s => s.Id)));
    }

    [Theory]
    [InlineData(WorkStatus.Employee, "Guide.Salary")]
    [InlineData(WorkStatus.Platform, "Guide.Income")]
    public void TitleKeyOf_Pay_IsAWageUnderAContractOnly(WorkStatus status, string key)
    {
        var content = Content with { Salaries = [Range(1, 2, status: status)] };

        Assert.Equal(key, GuideOutline.TitleKeyOf("salaire", content));
        Assert.Equal("Guide.Figures", GuideOutline.TitleKeyOf("chiffres", content));
    }
}
