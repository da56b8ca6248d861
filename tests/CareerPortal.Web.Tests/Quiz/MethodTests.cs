using System.Globalization;
using System.Text.Json;
using CareerPortal.Compatibility;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Quiz;

/// <summary>
/// The page that tells how the quiz reckons, and its files: every number is reckoned again here, by the formulas as they stand on the page.
/// </summary>
public sealed class MethodTests(PublicPages site)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-BE");

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

        var qualities = given.Select(g => g.Item.QualityId).Distinct().ToList();
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
        var shown = visitor.Main.QuerySelectorAll("strong")[^1].Words().Split(' ').First(w => double.TryParse(w, French, out _));
        Assert.Equal(rows.Sum(r => r[5]), double.Parse(shown, French), 1e-9);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public void Example_WithAWideInterval_IsCalledIndeterminate(string language)
    {
        var example = WorkedExample.Compute(site.Portal.Services.GetRequiredService<QuizEngines>().Start.Estimator).Score;

        Assert.Equal(Verdict.Indeterminate, example.Verdict);
        Assert.True(
            PlainTypography.Says(
                site[PublicPages.In(language, "/quiz/methode")].Main.Words(),
                site.Portal.Text("Method.ExampleWide", language, (int)Math.Round(example.IntervalWidth), CompatibilityScale.WidestInterval)
            )
        );
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
    /// The levels of some qualities, by the formulas alone: the posterior on 41 points, then one solved system; the engine serves only for Σ.
    /// </summary>
    private static (double[] Mean, double[] Variance) Estimate(List<string> wanted, List<(Item Item, int Value)> given)
    {
        var dimensions = wanted.Concat(given.Select(g => g.Item.QualityId)).Distinct().ToList();
        var sigma = QualityCorrelations.Prior(dimensions);
        var n = dimensions.Count;
        var inverse = Inverse(n, (i, j) => sigma[i, j]);
        var evidence = new double[n];
        for (var i = 0; i < n; i++)
        {
            double total = 0,
                first = 0,
                second = 0;
            for (var g = 0; g <= 40; g++)
            {
                var theta = -4 + 0.2 * g;
                var weight = Density(theta);
                foreach (var (item, value) in given.Where(x => x.Item.QualityId == dimensions[i]))
                {
                    var coded = item.Reversed ? 6 - value : value;
                    weight *= Above(item, coded - 1, theta) - Above(item, coded, theta);
                }

                total += weight;
                first += weight * theta;
                second += weight * theta * theta;
            }

            var mean = first / total;
            var variance = second / total - mean * mean;
            if (given.Exists(x => x.Item.QualityId == dimensions[i]))
            {
                inverse[i, i] += 1 / variance - 1;
                evidence[i] = mean / variance;
            }
        }

        var v = Inverse(n, (i, j) => inverse[i, j]);
        return (
            [.. Enumerable.Range(0, wanted.Count).Select(i => Enumerable.Range(0, n).Sum(j => v[i, j] * evidence[j]))],
            [.. Enumerable.Range(0, wanted.Count).Select(i => v[i, i])]
        );
    }

    private static double Above(Item item, int k, double theta) =>
        k == 0 ? 1
        : k == 5 ? 0
        : 1 / (1 + Math.Exp(-item.Parameters.A * (theta - item.Parameters.B[k - 1])));

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
