using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Fairness;

/// <summary>An ordered answer explained by numbers: the proportional odds model, fitted by maximum likelihood.</summary>
/// <remarks>
/// P. McCullagh, "Regression models for ordinal data" (1980): ln odds of an answer above k = xβ − cₖ, one slope for every k. Fisher scoring with step
/// halving, which needs no starting values. Categories that nobody chose are no categories.
/// </remarks>
public sealed class OrdinalLogit
{
    private const int MostSteps = 60;
    private const double Precise = 1e-8;
    private readonly double[] _parameters;
    private readonly int[] _categories;
    private readonly int _cuts;

    private OrdinalLogit(int[] categories, double[] parameters, double logLikelihood)
    {
        _categories = categories;
        _cuts = categories.Length - 1;
        _parameters = parameters;
        LogLikelihood = logLikelihood;
    }

    /// <summary>The maximised log-likelihood (natural logarithm).</summary>
    public double LogLikelihood { get; }

    /// <summary>β: one slope for each predictor, in log odds of a higher answer for one unit.</summary>
    public ReadOnlySpan<double> Slopes => _parameters.AsSpan(_cuts);

    /// <summary>Fits the model.</summary>
    /// <param name="answers">n answers from 1 upwards.</param>
    /// <param name="predictors">n × p, row by row; with p = 0 only the shares of the answers are fitted.</param>
    /// <param name="p">Number of predictors.</param>
    /// <exception cref="ArgumentException">The shapes do not agree, or there are fewer than two different answers.</exception>
    public static OrdinalLogit Fit(ReadOnlySpan<int> answers, ReadOnlySpan<double> predictors, int p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        if (predictors.Length != answers.Length * p)
        {
            throw new ArgumentException($"{answers.Length} answers need {answers.Length * p} numbers.", nameof(predictors));
        }

        int[] categories = [.. answers.ToArray().Distinct().Order()];
        if (categories.Length < 2)
        {
            throw new ArgumentException("An item needs at least two different answers.", nameof(answers));
        }

        var cuts = categories.Length - 1;
        var size = cuts + p;
        var coded = new int[answers.Length];
        var counts = new int[categories.Length];
        for (var at = 0; at < coded.Length; at++)
        {
            coded[at] = Array.BinarySearch(categories, answers[at]);
            counts[coded[at]]++;
        }

        var parameters = new double[size];
        var below = 0.0;
        for (var k = 0; k < cuts; k++)
        {
            below += counts[k];
            parameters[k] = Math.Log(below / (coded.Length - below));
        }

        var gradient = new double[size];
        var information = new double[size * size];
        var best = Likelihood(coded, predictors, p, cuts, parameters, gradient, information);
        for (var step = 0; step < MostSteps; step++)
        {
            var change = (double[])gradient.Clone();
            for (var i = 0; i < size; i++)
            {
                information[i * size + i] += 1e-9;
            }

            if (!Cholesky.TryFactor(information, size))
            {
                break;
            }

            Cholesky.SolveLower(information, size, change);
            Cholesky.SolveUpper(information, size, change);
            var next = double.NegativeInfinity;
            var tried = new double[size];
            for (var share = 1.0; share > 1e-4 && next < best; share /= 2)
            {
                for (var i = 0; i < size; i++)
                {
                    tried[i] = parameters[i] + share * change[i];
                }

                next = IsOrdered(tried, cuts) ? Likelihood(coded, predictors, p, cuts, tried, gradient, information) : double.NegativeInfinity;
            }

            if (!(next > best))
            {
                break;
            }

            var gain = next - best;
            (parameters, best) = (tried, next);
            if (gain < Precise)
            {
                break;
            }
        }

        return new OrdinalLogit(categories, parameters, best);
    }

    /// <summary>Fills the probability of each answer from 1 upwards (as many as <paramref name="probabilities"/> has places) at these predictors.</summary>
    public void Probabilities(ReadOnlySpan<double> predictors, Span<double> probabilities)
    {
        probabilities.Clear();
        var eta = 0.0;
        for (var i = 0; i < predictors.Length; i++)
        {
            eta += predictors[i] * _parameters[_cuts + i];
        }

        var below = 0.0;
        for (var k = 0; k < _categories.Length; k++)
        {
            var next = k < _cuts ? Logistic(_parameters[k] - eta) : 1;
            probabilities[_categories[k] - 1] = next - below;
            below = next;
        }
    }

    /// <summary>
    /// The share of what could be explained that is, from 0 to 1: N. Nagelkerke, "A note on a general definition of the coefficient of determination"
    /// (1991), against the model without predictors.
    /// </summary>
    /// <param name="empty">The log-likelihood without predictors.</param>
    /// <param name="people">Number of answers.</param>
    public double NagelkerkeR2(double empty, int people) => (1 - Math.Exp(2 * (empty - LogLikelihood) / people)) / (1 - Math.Exp(2 * empty / people));

    private static double Likelihood(
        int[] coded,
        ReadOnlySpan<double> predictors,
        int p,
        int cuts,
        double[] parameters,
        double[] gradient,
        double[] information
    )
    {
        var size = cuts + p;
        Array.Clear(gradient);
        Array.Clear(information);
        var sum = 0.0;
        Span<double> slope = stackalloc double[p + 2];
        Span<int> place = stackalloc int[p + 2];
        for (var at = 0; at < coded.Length; at++)
        {
            var x = predictors.Slice(at * p, p);
            var eta = 0.0;
            for (var i = 0; i < p; i++)
            {
                eta += x[i] * parameters[cuts + i];
            }

            double below = 0,
                densityBelow = 0;
            for (var k = 0; k <= cuts; k++)
            {
                var next = k < cuts ? Logistic(parameters[k] - eta) : 1;
                var density = k < cuts ? next * (1 - next) : 0;
                var probability = Math.Max(1e-300, next - below);
                for (var i = 0; i < p; i++)
                {
                    slope[i] = -(density - densityBelow) * x[i];
                    place[i] = cuts + i;
                }

                var count = p;
                if (k < cuts)
                {
                    (slope[count], place[count++]) = (density, k);
                }

                if (k > 0)
                {
                    (slope[count], place[count++]) = (-densityBelow, k - 1);
                }

                var isGiven = k == coded[at];
                sum += isGiven ? Math.Log(probability) : 0;
                for (var i = 0; i < count; i++)
                {
                    gradient[place[i]] += isGiven ? slope[i] / probability : 0;
                    for (var j = 0; j < count; j++)
                    {
                        information[place[i] * size + place[j]] += slope[i] * slope[j] / probability;
                    }
                }

                (below, densityBelow) = (next, density);
            }
        }

        return sum;
    }

    private static bool IsOrdered(double[] parameters, int cuts)
    {
        for (var k = 1; k < cuts; k++)
        {
            if (!(parameters[k] > parameters[k - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
