namespace CareerPortal.Core.Tests.Search;

/// <summary>How well the search knows what French-speaking Belgians call occupations that the catalogue names otherwise.</summary>
public sealed class BelgianWordTests(CatalogueGoldTests.Content content, ITestOutputHelper output) : IClassFixture<CatalogueGoldTests.Content>
{
    [Fact]
    public async Task Search_ForBelgianWords_FindsWhatIsMeant()
    {
        var (asked, first, early) = (0, 0, 0);
        var missed = new List<string>();
        foreach (var row in CatalogueGoldTests.Content.RowsOf("belgian-words.csv"))
        {
            var right = row[1].Split(' ');
            var found = await content.FindAsync(row[0], TestContext.Current.CancellationToken);
            var rank = found.Index().Where(f => right.Contains(f.Item)).Select(f => f.Index + 1).FirstOrDefault();
            asked++;
            first += rank == 1 ? 1 : 0;
            early += rank is >= 1 and <= 3 ? 1 : 0;
            if (rank != 1)
            {
                missed.Add($"{row[0]}: {rank}, {string.Join(' ', found.Take(3))}");
            }
        }

        output.WriteLine(FormattableString.Invariant($"{asked} words, {first} first, {early} among three"));
        missed.ForEach(output.WriteLine);
        Assert.InRange((double)first / asked, 0.95, 1);
        Assert.InRange((double)early / asked, 0.98, 1);
    }
}
