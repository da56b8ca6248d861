using System.Globalization;
using System.Text.Json;
using CareerPortal.Catalogue;
using CareerPortal.Offers.Doubles;

namespace CareerPortal.Core.Tests.Offers.Doubles;

/// <summary>How well pairs of offers are told apart that were labelled without sight of the code: each pair alone, and all offers at once.</summary>
public sealed class OfferPairsGoldTests(ITestOutputHelper output)
{
    private const string Same = "same";
    private const string Several = "several-places";
    private const string Different = "different";

    private static readonly Lazy<OfferGrouper> Grouper = new(() => OfferGrouper.Of(CataloguePack.ReadShipped().Occupations.Select(o => o.Facts)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Group_OpenPairs_AreToldApart(bool isAlone)
    {
        var figures = Measure("offer-pairs.json", isAlone);

        output.WriteLine(figures.ToString());
        Assert.InRange(figures.SamePrecision, 0.99, 1);
        Assert.InRange(figures.SameRecall, 0.95, 1);
        Assert.InRange(figures.SeveralPrecision, 0.98, 1);
        Assert.InRange(figures.SeveralRecall, 0.97, 1);
        Assert.Equal(0, figures.SeveralTakenForSame);
    }

    /// <summary>Pairs that nobody looked at while the rules were made: only the totals are told.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Group_SealedPairs_AreToldApartToo(bool isAlone)
    {
        var figures = Measure("offer-pairs.sealed.json", isAlone);

        output.WriteLine(figures.ToString());
        Assert.True(figures is { SamePrecision: >= 0.98, SameRecall: >= 0.80, SeveralTakenForSame: 0 }, figures.ToString());
    }

    private static Figures Measure(string file, bool isAlone)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Offers", "Gold", file)));
        var pairs = json
            .RootElement.GetProperty("pairs")
            .EnumerateArray()
            .Select(p => (Label: p.GetProperty("label").GetString()!, A: Read(p.GetProperty("a")), B: Read(p.GetProperty("b"))))
            .ToList();
        var all = isAlone ? null : Grouper.Value.Group(pairs.SelectMany(p => new[] { p.A, p.B }), []);
        var judged = pairs.Select(p => (p.Label, Found: Judge(all ?? Grouper.Value.Group([p.A, p.B], []), p.A.Id, p.B.Id))).ToList();
        return new Figures(
            Share(judged.Where(j => j.Found == Same), j => j.Label == Same),
            Share(judged.Where(j => j.Label == Same), j => j.Found == Same),
            Share(judged.Where(j => j.Found == Several), j => j.Label == Several),
            Share(judged.Where(j => j.Label == Several), j => j.Found == Several),
            judged.Count(j => j.Label == Several && j.Found == Same),
            judged.Count
        );
    }

    private static string Judge(OfferGroups groups, long a, long b) =>
        groups.SameAs(a) is { } same && same == groups.SameAs(b) ? Same
        : groups.TogetherWith(a) is { } together && together == groups.TogetherWith(b) ? Several
        : Different;

    private static double Share<T>(IEnumerable<T> all, Func<T, bool> isRight) => all.Select(a => isRight(a) ? 1.0 : 0.0).DefaultIfEmpty(0).Average();

    private static OfferKey Read(JsonElement offer)
    {
        return new OfferKey
        {
            Id = long.Parse(Text("id")!, CultureInfo.InvariantCulture),
            Title = Text("title")!,
            Employer = Text("employer"),
            Towns = [new OfferTown(Text("postcode"), Text("city"))],
            Contract = ContractLabels.Read(Text("contract")),
            Published = DateOnly.ParseExact(Text("published")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Reference = Text("reference"),
        };

        string? Text(string name) => offer.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private sealed record Figures(
        double SamePrecision,
        double SameRecall,
        double SeveralPrecision,
        double SeveralRecall,
        int SeveralTakenForSame,
        int Pairs
    )
    {
        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Pairs} pairs: same {SamePrecision:0.000} / {SameRecall:0.000}, several places {SeveralPrecision:0.000} / "
                    + $"{SeveralRecall:0.000} (precision / recall), several places taken for same {SeveralTakenForSame}"
            );
    }
}
