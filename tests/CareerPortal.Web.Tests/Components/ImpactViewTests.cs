using Bunit;
using CareerPortal.Compatibility;
using CareerPortal.Exchange;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Web.Workspace.Impact;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace CareerPortal.Web.Tests.Components;

public sealed class ImpactViewTests : ComponentTest
{
    private static readonly ImpactReport Report = new()
    {
        People = 1_000,
        Occupations = 18,
        Before = new ImpactSide(5, 100, 300, 800, 400, 52.25, [10, 490, 300, 200]),
        After = new ImpactSide(7, 60, 250, 700, 300, 48.5, [40, 560, 250, 150]),
        Climb = 120,
        Fall = 640,
        OtherBand = 210,
        Winners = new ImpactGroup(0, 0, []),
        Losers = new ImpactGroup(700, -5.4, [new ImpactTrait("leadership", -0.6), new ImpactTrait("interest-s", 0.3)]),
        LostFromNear = ["relieur"],
        LostFromSuggested = [],
        NeverNear = ["relieur", "doreur"],
        Neighbours = [new ImpactNeighbour("doreur", 3, 9)],
    };

    public ImpactViewTests() => Services.AddSingleton(InterestCatalogue.Load());

    [Fact]
    public void Render_Report_SaysInFiguresAndWordsWhoMoves()
    {
        var view = Render<ImpactView>(p =>
            p.Add(v => v.Report, Report).Add(v => v.Names, new Dictionary<string, string> { ["relieur"] = "Relieur·euse" })
        );

        var rows = view.FindAll("tbody tr").Select(r => string.Join('|', r.Children.Skip(1).Select(c => c.TextContent))).ToList();
        Assert.Equal(["5|7|+2", "100|60|−40", "300|250|−50", "800|700|−100", "400|300|−100", "52,3|48,5|−3,8"], rows.Take(6));
        Assert.Equal(["10|40|+30", "490|560|+70", "300|250|−50", "200|150|−50"], rows.Skip(6));
        var words = Wording.Plain(view.Find("section").TextContent);
        Assert.Contains(Text("Impact.Nobody"), words, StringComparison.Ordinal);
        Assert.Contains("−5,4 points en moyenne.", words, StringComparison.Ordinal);
        Assert.Contains("En dessous de la moyenne : Leadership.", words, StringComparison.Ordinal);
        Assert.Contains(Text("Impact.LostFromNear", "Relieur·euse"), words, StringComparison.Ordinal);
        Assert.Contains(Text("Impact.NeverNear", "doreur"), words, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RowOfARequiredQuality_PostsUnderItsName()
    {
        Services.AddSingleton(ItemBank.Load());

        var row = Render<RequirementRow>(p =>
            p.Add(r => r.Quality, "patience")
                .Add(r => r.Name, "Patience")
                .Add(r => r.Entry, new RequirementEntry("patience", 5, 4, RequirementOrigin.Counsellor, 0.25, ["patience-7"]))
        );

        Assert.Equal("5", row.Find("select[name='patience.importance'] option[selected]").GetAttribute("value"));
        Assert.Equal("4", row.Find("select[name='patience.level'] option[selected]").GetAttribute("value"));
        Assert.Equal("0.25", row.Find("input[name='patience.surplus']").GetAttribute("value"));
        Assert.Equal("patience-7", Assert.Single(row.FindAll("input[name='patience.items'][checked]")).GetAttribute("value"));
    }

    [Fact]
    public void Read_PostedForm_MakesRequirementsOfWhatHasAnImportance()
    {
        var form = new FormCollection(
            new Dictionary<string, StringValues>
            {
                ["detail.importance"] = "5",
                ["detail.level"] = "4",
                ["detail.surplus"] = "0.25",
                ["detail.items"] = new(["detail-1", "detail-6"]),
                ["patience.importance"] = "",
                ["patience.level"] = "3",
                ["stress.importance"] = "cinq",
                ["stress.surplus"] = "beaucoup",
            }
        );

        var read = ProposedRequirements.Read(form, ["detail", "patience", "stress"]);

        Assert.Equal(["detail", "stress"], read.Select(r => r.Quality));
        Assert.Equal((5, 4, 0.25), (read[0].Importance, read[0].Level, read[0].Surplus));
        Assert.Equal(["detail-1", "detail-6"], read[0].Items);
        Assert.Equal(
            [FaultKind.OutOfRange, FaultKind.OutOfRange, FaultKind.OutOfRange],
            RequirementRules.Faults([read[1]], new HashSet<string> { "stress" }, new Lazy<ItemBank>(ItemBank.Load)).Select(f => f.Kind)
        );
    }
}
