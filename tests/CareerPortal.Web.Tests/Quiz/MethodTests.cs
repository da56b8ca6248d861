using System.Globalization;
using System.Text.Json;
using CareerPortal.Compatibility;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Quiz;

/// <summary>
/// The page that tells how the quiz reckons, and its files: every number is reckoned again here, by the formulas as they stand on the page.
/// </summary>
public sealed class MethodTests(PublicPages site)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-BE");

    private WorkedExample Example() =>
        WorkedExample.Compute(
            site.Portal.Services.GetRequiredService<QuizEngines>().Start.Estimator,
            site.Portal.Services.GetRequiredService<QuizEngines>().Start.Selection
        );

    private ItemBank Bank => site.Portal.Services.GetRequiredService<ItemBank>();

    [Fact]
    public async Task Example_OnThePage_FollowsFromTheFormulas()
    {
        using var visitor = new Visitor(site.Portal);
        await visitor.GoAsync("/quiz/methode");
        var given = visitor
            .Main.QuerySelectorAll("#exemple-reponses tbody tr")
            .Select(r =>
                (
                    Item: Bank.Items.Single(i => PlainTypography.Comparer.Equals(i.Text["fr"], r.Children[0].Words())),
                    Value: int.Parse(r.Children[2].Words(), French)
                )
            )
            .ToList();
        var rows = visitor
            .Main.QuerySelectorAll("#exemple-calcul tbody tr")
            .Select(r => r.Children.Skip(1).Select(c => double.Parse(c.Words().Replace('−', '-'), French)).ToList())
            .ToList();

        var catalogue = site.Portal.Services.GetRequiredService<QualityCatalogue>();
        var qualities = visitor
            .Main.QuerySelectorAll("#exemple-calcul tbody th")
            .Select(h => catalogue.Qualities.Single(q => PlainTypography.Comparer.Equals(q.Label["fr"], h.Words())).Id)
            .ToList();
        Assert.Equal(given.Select(g => g.Item.QualityId).Distinct().Order(), qualities.Order());
        var (mean, variance) = Estimate(qualities, given);
        var weights = rows.Select(r => r[0]).ToList();
        var total = 0.0;
        var shares = new List<double>();
        for (var i = 0; i < qualities.Count; i++)
        {
            var (m, s, required) = (mean[i], Math.Sqrt(variance[i]), rows[i][1]);
            var u = (required - 0.25 - m) / s;
            var loss = s * (u * Phi(u) + Density(u));
            total += weights[i] * loss;
            shares.Add(weights[i] * Math.Exp(-loss / Scale()));
            Assert.Equal(m, rows[i][2], 0.0051);
            Assert.Equal(s, rows[i][3], 0.0051);
            Assert.Equal(Phi(-u), rows[i][4], 0.0051);
        }

        var compatibility = 100 * Math.Exp(-total / Scale());
        Assert.Equal(1, weights.Sum(), 0.0002);
        // The numbers on the page are rounded: the weights to four decimals, the points to two.
        Assert.Equal(compatibility, rows.Sum(r => r[5]), 0.03);
        Assert.All(
            shares.Select((share, i) => (Expected: compatibility * share / shares.Sum(), Shown: rows[i][5])),
            p => Assert.Equal(p.Expected, p.Shown, 0.02)
        );
        var shown = visitor.Main.QuerySelectorAll("p > strong")[0].Words().Split(' ').First(w => double.TryParse(w, French, out _));
        Assert.Equal(rows.Sum(r => r[5]), double.Parse(shown, French), 1e-9);
    }

    /// <summary>The example is a quiz like any other: as long, as varied, and concluded from, or not, by the same width of its interval.</summary>
    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public void Example_OnThePage_ObeysTheRulesThatThePageStates(string language)
    {
        var rules = site.Portal.Services.GetRequiredService<QuizEngines>().Start.Selection.Rules;
        var main = site[PublicPages.In(language, "/quiz/methode")].Main;
        var score = Example().Score;

        var asked = main.QuerySelectorAll("#exemple-reponses tbody tr")
            .Select(r => Bank.Items.Single(i => PlainTypography.Comparer.Equals(i.Text[language], r.Children[0].Words())))
            .ToList();
        Assert.InRange(asked.Count, rules.Minimum, rules.Maximum);
        Assert.All(asked.GroupBy(i => i.QualityId), g => Assert.InRange(g.Count(), 1, rules.PerQuality));
        Assert.All(asked, i => Assert.DoesNotContain(asked, o => Bank.AreSimilar(Bank.IndexOf(i.Id), Bank.IndexOf(o.Id))));
        Assert.Contains(asked, i => i.Reversed);
        Assert.Contains(asked, i => !i.Reversed);
        Assert.True(
            PlainTypography.Says(
                main.Words(),
                site.Portal.Text("Method.ExampleText", language, asked.Count, main.QuerySelectorAll("#exemple-calcul tbody tr").Length)
            )
        );
        var isWide = score.IntervalHigh - score.IntervalLow > CompatibilityScale.WidestInterval;
        Assert.Equal(isWide, score.Verdict == Verdict.Indeterminate);
        var verdict = site.Portal.Text($"Verdict.{score.Verdict}", language);
        Assert.True(
            PlainTypography.Says(
                main.Words(),
                site.Portal.Text(
                    isWide ? "Method.ExampleWide" : "Method.ExampleNarrow",
                    language,
                    (int)Math.Round(score.IntervalWidth),
                    CompatibilityScale.WidestInterval,
                    verdict
                )
            )
        );
        var read = main.QuerySelector(".method-example")!;
        Assert.Equal(verdict, read.QuerySelector(".result-words")!.Words());
        Assert.Equal(!isWide, read.Words().Contains('%', StringComparison.Ordinal));
        Assert.Equal(score.Contributions.Count, read.QuerySelectorAll(".level-group > ul > li").Length);
    }

    /// <summary>The interval on the page, from many draws of the person's levels by the formulas alone.</summary>
    [Fact]
    public void Example_OnThePage_HasTheIntervalOfItsDraws()
    {
        var example = Example();
        var qualities = example.Occupation.Requirements.Select(r => r.QualityId).ToList();
        var cholesky = Cholesky(
            qualities.Count,
            (i, j) => example.Profile.Covariance[example.Profile.IndexOf(qualities[i]), example.Profile.IndexOf(qualities[j])]
        );
        var random = new Random(1);
        var drawn = Enumerable
            .Range(0, 20_000)
            .Select(_ =>
            {
                var normal = qualities
                    .Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))
                    .ToList();
                var loss = 0.0;
                for (var i = 0; i < qualities.Count; i++)
                {
                    var level =
                        example.Profile.Mean[example.Profile.IndexOf(qualities[i])] + Enumerable.Range(0, i + 1).Sum(k => cholesky[i, k] * normal[k]);
                    loss += example.Occupation.Weights[i] * Math.Max(0, example.Occupation.Requirements[i].Required - 0.25 - level);
                }

                return 100 * Math.Exp(-loss / Scale());
            })
            .Order()
            .ToList();

        // The engine takes 1 024 draws; its ends lie up to a point and a half from those of many.
        Assert.Equal(drawn[1000], example.Score.IntervalLow, 2.0);
        Assert.Equal(drawn[19_000], example.Score.IntervalHigh, 2.0);
        var text = site["/quiz/methode"].Main.Words();
        Assert.True(
            PlainTypography.Says(
                text,
                site.Portal.Text(
                    "Method.ExampleResult",
                    "fr",
                    Two(example.Score.Compatibility),
                    Two(example.Score.IntervalLow),
                    Two(example.Score.IntervalHigh)
                )
            ),
            text
        );

        static string Two(double value) => value.ToString("0.00", French);
    }

    [Fact]
    public void StartValues_OnThePage_AreThoseThatItemsStartWith()
    {
        var rows = site["/quiz/methode"].Main.QuerySelectorAll("#valeurs-depart tbody tr").ToList();

        Assert.Equal(
            Enum.GetValues<ItemKind>().Select(k => site.Portal.Text($"ItemKind.{k}", "fr")),
            rows.Select(r => r.Children[0].Words()),
            PlainTypography.Comparer
        );
        foreach (var (kind, row) in Enum.GetValues<ItemKind>().Zip(rows))
        {
            var shown = row.Children[3].Words().Split(';').Select(Number).Prepend(Number(row.Children[2].Words())).ToList();
            // An item of a quality of no known family starts from the mean of its kind.
            var start = new Item
            {
                Id = "one",
                QualityId = kind == ItemKind.Interest ? InterestIds.All[0] : "of-no-family",
                Reversed = kind == ItemKind.ReversedTrait,
                Text = Bank.Items[0].Text,
            }.Parameters;
            Assert.All(start.B.Prepend(start.A).Zip(shown), pair => Assert.Equal(pair.First, pair.Second, 0.0051));
        }

        static double Number(string words) => double.Parse(words.Trim().Replace('−', '-'), French);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public void Sources_OnThePage_AreSaidInWordsWithWholeNumbers(string language)
    {
        var main = site[PublicPages.In(language, "/quiz/methode")].Main;

        var said = main.QuerySelectorAll("#valeurs-depart").Single().ParentElement!.NextElementSibling!.NextElementSibling!.TextContent;
        Assert.DoesNotContain("_", said, StringComparison.Ordinal);
        Assert.Contains("10.31234/osf.io/sc4p9", said, StringComparison.Ordinal);
        Assert.Contains("openpsychometrics.org", said, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9] [0-9]{3}", said);
        Assert.All(main.QuerySelectorAll("table.stacked td"), cell => Assert.False(string.IsNullOrWhiteSpace(cell.GetAttribute("data-label"))));
        Assert.Equal(3, main.QuerySelectorAll("table.stacked").Length);
    }

    /// <summary>The reasons' limits on the page are those by which the ranking gives reasons.</summary>
    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public void Limits_OnThePage_AreThoseOfTheEngine(string language)
    {
        var words = site[PublicPages.In(language, "/quiz/methode")].Main.Words();
        var bank = Bank;
        var item = bank.Items.First(i => !i.Reversed && i.Kind == ItemKind.Trait);

        Assert.True(PlainTypography.Says(words, site.Portal.Text("Method.AllReasons", language, 3.5, 2.5, 0.5)));
        Assert.True(PlainTypography.Says(words, site.Portal.Text("Method.OneStatus", language, 80, 20)));
        Assert.Equal(ReasonDirection.Both, Direction(4, 3));
        Assert.Equal(ReasonDirection.None, Direction(4, 2));

        ReasonDirection Direction(int first, int second) =>
            RankingReason.From([new Answer(item.Id, first), new Answer(item.Id, second)], bank, item.QualityId, 1, 0, 1).Direction;
    }

    [Fact]
    public async Task TestCases_Downloaded_AreWhatTheFormulasGive()
    {
        using var document = JsonDocument.Parse(await BytesAsync("/quiz/methode/cas-de-test.json"));
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().ToList();

        Assert.True(cases.Count >= 10);
        foreach (var one in cases)
        {
            var given = one.GetProperty("answers")
                .EnumerateArray()
                .Where(a => a.GetProperty("value").ValueKind == JsonValueKind.Number)
                .Select(a => (Item: Bank.Find(a.GetProperty("item").GetString()!)!, Value: a.GetProperty("value").GetInt32()))
                .ToList();
            var requirements = one.GetProperty("occupation").EnumerateArray().ToList();
            var qualities = requirements.Select(r => r.GetProperty("quality").GetString()!).ToList();
            var (mean, variance) = Estimate(qualities, given);
            var loss = 0.0;
            for (var i = 0; i < qualities.Count; i++)
            {
                var s = Math.Sqrt(variance[i]);
                var u = (requirements[i].GetProperty("required").GetDouble() - 0.25 - mean[i]) / s;
                loss +=
                    requirements[i].GetProperty("weight").GetDouble()
                    * s
                    * (u * Phi(u) + Density(u) + requirements[i].GetProperty("surplus").GetDouble() * (-u * Phi(-u) + Density(u)));
            }

            var result = one.GetProperty("result");
            Assert.Equal(100 * Math.Exp(-loss / Scale()), result.GetProperty("compatibility").GetDouble(), 1e-3);
            Assert.Equal(
                result.GetProperty("compatibility").GetDouble(),
                result.GetProperty("contributions").EnumerateArray().Sum(c => c.GetProperty("points").GetDouble()),
                1e-9
            );
        }
    }

    [Fact]
    public async Task Map_InBothForms_NamesEveryQuestion()
    {
        using var document = JsonDocument.Parse(await BytesAsync("/quiz/methode/correspondances.json"));
        var lines = System
            .Text.Encoding.UTF8.GetString(await BytesAsync("/quiz/methode/correspondances.csv"))
            .TrimStart('\uFEFF')
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            Bank.Items.Select(i => i.Id),
            document.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString())
        );
        Assert.Equal(Bank.Items.Select(i => i.Id), lines.Skip(1).Select(l => l.Split(',')[0]));
        Assert.Contains("300490", lines.First(l => l.StartsWith("rigueur-1,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(24, document.RootElement.GetProperty("qualities").GetArrayLength());
    }

    private async Task<byte[]> BytesAsync(string path)
    {
        using var client = site.Portal.CreateClient();
        return await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// The levels of some qualities, by the formulas alone: the posterior on 41 points of what is asked about, then one solved system. The engine
    /// serves for Σ, for the averages P̄ and for what is not known of the items.
    /// </summary>
    private (double[] Mean, double[] Variance) Estimate(List<string> wanted, List<(Item Item, int Value)> given)
    {
        var asked = given.Select(g => g.Item.QualityId).Distinct().ToList();
        var dimensions = asked.Concat(wanted.Except(asked)).ToList();
        var sigma = QualityCorrelations.Prior(dimensions);
        var k = asked.Count;
        double[] observed = new double[k],
            error = new double[k],
            common = new double[k],
            style = new double[k];
        for (var i = 0; i < k; i++)
        {
            var unknown = Bank.Items.Where(item => item.QualityId == asked[i]).Select(item => item.Uncertainty).ToList();
            var shared = unknown.Average(u => u is null ? 0 : u.SharedDeviation * u.SharedDeviation);
            common[i] = Math.Sqrt(unknown.Average(u => u is null ? 0 : u.CommonDeviation * u.CommonDeviation));
            var answers = given.Where(x => x.Item.QualityId == asked[i]).ToList();
            var (_, mean, variance) = Moments(
                point => answers.Aggregate(1.0, (product, x) => product * Likelihood(x.Item, x.Item.Coded(x.Value), point)),
                1 + shared
            );
            var precision = 1 / variance - 1 / (1 + shared);
            observed[i] = mean / variance / precision;
            error[i] = 1 / precision + shared;
            var worth = answers.Select(x => Worth(x.Item)).ToList();
            style[i] =
                StartNorms.Shipped.People.Acquiescence
                * answers.Zip(worth, (x, w) => (x.Item.Reversed ? -1 : 1) * w / Slope(x.Item)).Sum()
                / worth.Sum();
        }

        var inverse = Inverse(k, (i, j) => sigma[i, j] + common[i] * common[j] + style[i] * style[j] + (i == j ? error[i] : 0));
        var gains = wanted
            .Select(q => dimensions.IndexOf(q))
            .Select(at => (At: at, Of: Enumerable.Range(0, k).Select(j => Enumerable.Range(0, k).Sum(i => sigma[at, i] * inverse[i, j])).ToList()))
            .ToList();
        return (
            [.. gains.Select(gain => gain.Of.Select((g, j) => g * observed[j]).Sum())],
            [.. gains.Select(gain => 1 - gain.Of.Select((g, j) => g * sigma[gain.At, j]).Sum())]
        );
    }

    /// <summary>How likely an answer, 1 to 5 with reversed items turned, is at a point of the grid.</summary>
    private static double Likelihood(Item item, int coded, int point) => AnswerTables.Of(item)[(coded - 1) * 41 + point];

    /// <summary>By how much an answer is expected to lower the variance of a level of which nothing is known: Var(E[θ | x]).</summary>
    private static double Worth(Item item) =>
        Enumerable.Range(1, 5).Select(k => Moments(point => Likelihood(item, k, point), 1)).Sum(m => m.Total * m.Mean * m.Mean);

    /// <summary>By how many points the expected answer rises with one standard deviation of the level: Cov(x, θ).</summary>
    private static double Slope(Item item) =>
        Enumerable
            .Range(1, 5)
            .Select(k => (Answer: k, Of: Moments(point => Likelihood(item, k, point), 1)))
            .Sum(m => m.Answer * m.Of.Total * m.Of.Mean);

    /// <summary>Total, mean and variance over the 41 points from −4 to 4 of a likelihood times the density of N(0, prior).</summary>
    private static (double Total, double Mean, double Variance) Moments(Func<int, double> likelihood, double prior)
    {
        var points = Enumerable.Range(0, 41).Select(g => -4 + 0.2 * g).ToList();
        var densities = points.Select(theta => Density(theta / Math.Sqrt(prior))).ToList();
        var all = densities.Sum();
        var weights = densities.Select((density, g) => density / all * likelihood(g)).ToList();
        var total = weights.Sum();
        var mean = weights.Zip(points, (w, theta) => w * theta).Sum() / total;
        return (total, mean, weights.Zip(points, (w, theta) => w * (theta - mean) * (theta - mean)).Sum() / total);
    }

    /// <summary>c, so that a median person (m = 0, SE = 0.5) facing level 4 (z = 1) has 50.</summary>
    private static double Scale()
    {
        var u = (1 - 0.25) / 0.5;
        return 0.5 * (u * Phi(u) + Density(u)) / Math.Log(2);
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>Φ by Simpson's rule, good to ten digits.</summary>
    private static double Phi(double x)
    {
        const int Steps = 2000;
        var h = x / Steps;
        var sum = Density(0) + Density(x);
        for (var i = 1; i < Steps; i++)
        {
            sum += (i % 2 == 0 ? 2 : 4) * Density(i * h);
        }

        return 0.5 + sum * h / 3;
    }

    private static double[,] Cholesky(int n, Func<int, int, double> cell)
    {
        var lower = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = cell(i, j) - Enumerable.Range(0, j).Sum(k => lower[i, k] * lower[j, k]);
                lower[i, j] = i == j ? Math.Sqrt(rest) : rest / lower[j, j];
            }
        }

        return lower;
    }

    private static double[,] Inverse(int n, Func<int, int, double> cell)
    {
        var a = new double[n, 2 * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                a[i, j] = cell(i, j);
            }

            a[i, n + i] = 1;
        }

        for (var p = 0; p < n; p++)
        {
            var pivot = a[p, p];
            for (var j = 0; j < 2 * n; j++)
            {
                a[p, j] /= pivot;
            }

            for (var i = 0; i < n; i++)
            {
                if (i == p || a[i, p] == 0)
                {
                    continue;
                }

                var factor = a[i, p];
                for (var j = 0; j < 2 * n; j++)
                {
                    a[i, j] -= factor * a[p, j];
                }
            }
        }

        var inverse = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                inverse[i, j] = a[i, n + j];
            }
        }

        return inverse;
    }
}
