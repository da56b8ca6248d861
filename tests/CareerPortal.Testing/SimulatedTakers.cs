using CareerPortal.Compatibility;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Testing;

/// <summary>
/// Invented people who answer the site's questions as items would make them that nobody here has calibrated: true parameters are drawn, the site knows
/// only what it starts with.
/// </summary>
public sealed class SimulatedTakers(QuizParts parts, SeededRandom random)
{
    private readonly List<(double Low, double High, double Shown, double Truth)> _results = [];

    /// <summary>How many results hold the truth in their interval, in per cent.</summary>
    public double Coverage => 100.0 * _results.Count(r => r.Low <= r.Truth && r.Truth <= r.High) / _results.Count;

    /// <summary>Mean of shown minus true, in points.</summary>
    public double Bias => _results.Average(r => r.Shown - r.Truth);

    /// <summary>Mean width of the interval, in points.</summary>
    public double Width => _results.Average(r => r.High - r.Low);

    public int Count => _results.Count;

    /// <summary>The site's questions with true parameters drawn for each item.</summary>
    public ItemBank Bank(Func<Item, ItemParameters> draw) => parts.Bank.With("drawn", item => item with { Parameters = draw(item) });

    /// <summary>
    /// True parameters drawn from what the site believes of its items: the common shift, one for each quality, and each item's own part.
    /// </summary>
    public ItemBank BankAsBelieved()
    {
        var common = random.NextNormal();
        var shared = parts.Bank.Dimensions.ToDictionary(d => d, _ => random.NextNormal());
        return Bank(item =>
        {
            var doubt = item.Uncertainty ?? throw new InvalidOperationException($"'{item.Id}' counts as exact.");
            var shift = common * doubt.CommonDeviation + shared[item.QualityId] * doubt.SharedDeviation;
            var own = Normals(doubt.Covariance);
            return Ordered(item.Parameters.A * Math.Exp(own[0]), [.. item.Parameters.B.Select((b, k) => b + shift + own[k + 1])]);
        });
    }

    /// <summary>Somebody who answers these items: levels as the site believes people to be, and a leaning to agree whatever is asked.</summary>
    public SimulatedPerson Person(ItemBank bank)
    {
        var leaning = parts.Estimator.Acquiescence * random.NextNormal();
        var levels = Normals(parts.Estimator.Correlations);
        var leaned = bank.With(
            bank.Version,
            item =>
            {
                var shift = leaning * (item.Parameters.Answers - 1) / 4 / Rise(item.Parameters) * (item.Reversed ? 1 : -1);
                return item with { Parameters = new ItemParameters(item.Parameters.A, [.. item.Parameters.B.Select(b => b + shift)]) };
            }
        );
        return SimulatedPerson.Create(leaned, levels, random);
    }

    /// <summary>Lets somebody take the quiz of an occupation, each answer stored as the site stores it.</summary>
    public async Task TakeAsync(SimulatedPerson person, string occupation, CancellationToken cancellation)
    {
        var code =
            await parts.Desk.StartAsync(occupation, Languages.Default, cancellation)
            ?? throw new ArgumentException($"There is no quiz on '{occupation}'.", nameof(occupation));
        await parts.TakeAsync(code, item => person.Answer(item.Id).Value, cancellation);
        await JudgeAsync(person, code, cancellation);
    }

    /// <summary>Takes in the result of a quiz that somebody has taken, as the site judges it.</summary>
    public async Task<CompatibilityScore> JudgeAsync(SimulatedPerson person, ResumeCode code, CancellationToken cancellation)
    {
        var quiz = await parts.Desk.FindAsync(code, cancellation) ?? throw new ArgumentException("There is no such quiz.", nameof(code));
        var score = (await parts.Engines.OfAsync(quiz.BankVersion, cancellation)).Adviser.Judge(quiz).Score;
        var asked = new OccupationProfile("", quiz.Requirements.Select(r => new RequiredQuality(r.QualityId, r.Level, r.Importance, r.Surplus)));
        var loss = asked.Requirements.Select(
            (r, k) => asked.Weights[k] * OccupationScorer.Loss(r, person.Levels[person.Bank.DimensionIndex(r.QualityId)])
        );
        _results.Add((score.IntervalLow, score.IntervalHigh, score.Compatibility, CompatibilityScale.Compatibility(loss.Sum())));
        return score;
    }

    /// <summary>Thresholds that do not cross.</summary>
    private static ItemParameters Ordered(double a, double[] b)
    {
        Array.Sort(b);
        for (var k = 1; k < b.Length; k++)
        {
            b[k] = Math.Max(b[k], b[k - 1] + 1e-3);
        }

        return new ItemParameters(a, b);
    }

    /// <summary>By how many points the expected answer rises for each z, on average over people.</summary>
    private static double Rise(ItemParameters item)
    {
        Span<double> below = stackalloc double[item.Answers];
        Span<double> above = stackalloc double[item.Answers];
        var rise = 0.0;
        for (var g = 1; g + 1 < QuadratureGrid.Size; g++)
        {
            GradedResponseModel.Probabilities(item, QuadratureGrid.Points[g - 1], below);
            GradedResponseModel.Probabilities(item, QuadratureGrid.Points[g + 1], above);
            for (var k = 0; k < item.Answers; k++)
            {
                rise += QuadratureGrid.Weights[g] * k * (above[k] - below[k]) / (QuadratureGrid.Points[g + 1] - QuadratureGrid.Points[g - 1]);
            }
        }

        return rise;
    }

    private double[] Normals(SymmetricMatrix covariance)
    {
        var n = covariance.Size;
        var factor = covariance.Cells.ToArray();
        if (!Cholesky.TryFactor(factor, n))
        {
            throw new ArgumentException("The covariance is not positive definite.", nameof(covariance));
        }

        var draw = new double[n];
        for (var k = 0; k < n; k++)
        {
            var normal = random.NextNormal();
            for (var i = k; i < n; i++)
            {
                draw[i] += factor[i * n + k] * normal;
            }
        }

        return draw;
    }
}
