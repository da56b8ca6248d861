using CareerPortal.Catalogue;
using CareerPortal.Occupations;

namespace CareerPortal.Core.Tests.Search;

/// <summary>How well the search answers what somebody wants or likes, without a title.</summary>
public sealed class SpokenNeedTests(CatalogueGoldTests.Content content, ITestOutputHelper output) : IClassFixture<CatalogueGoldTests.Content>
{
    [Fact]
    public async Task Search_ForSpokenNeeds_OrdersSensibly()
    {
        var worth = new List<(string Said, double Worth)>();
        foreach (var row in CatalogueGoldTests.Content.RowsOf("spoken-needs.csv"))
        {
            var grades = row.Skip(1)
                .Index()
                .SelectMany(g => g.Item.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => (code, Grade: 3 - g.Index)))
                .ToDictionary(g => g.code, g => g.Grade);
            var found = await content.FindAsync(row[0], TestContext.Current.CancellationToken);
            var gains = found.Select((code, i) => code is not null && found.ToList().IndexOf(code) == i ? grades.GetValueOrDefault(code) : 0);
            worth.Add((row[0], CatalogueGoldTests.Content.Worth(gains) / CatalogueGoldTests.Content.Worth(grades.Values.OrderDescending())));
        }

        output.WriteLine(FormattableString.Invariant($"nDCG@10 {worth.Average(w => w.Worth):0.000}"));
        worth.OrderBy(w => w.Worth).ToList().ForEach(w => output.WriteLine(FormattableString.Invariant($"{w.Worth:0.00} {w.Said}")));
        Assert.InRange(worth.Average(w => w.Worth), 0.84, 1);
    }

    [Fact]
    public async Task Search_ForSpokenNeeds_SaysWhatWasUnderstood()
    {
        var result = await content.SearchAsync("travailler la nuit sans diplôme", TestContext.Current.CancellationToken);

        Assert.Contains((OccupationFacet.Condition, nameof(WorkCondition.NightWork)), result.Understood);
        Assert.Contains((OccupationFacet.Studies, nameof(StudyLevel.NoDiploma)), result.Understood);
    }

    [Fact]
    public async Task Search_ForTitle_UnderstandsNoMore()
    {
        var result = await content.SearchAsync("carreleur", TestContext.Current.CancellationToken);

        Assert.NotEqual(0, result.Total);
        Assert.Empty(result.Understood);
    }
}
