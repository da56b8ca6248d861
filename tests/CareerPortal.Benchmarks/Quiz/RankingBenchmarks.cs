using System.Numerics;
using BenchmarkDotNet.Attributes;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Tests;

namespace CareerPortal.Benchmarks.Quiz;

/// <summary>One person against 10 000 occupations on 30 dimensions, beside a pass over the same bytes that only adds them up.</summary>
[Config(typeof(SingleCallJob))]
public class RankingBenchmarks
{
    private const int Occupations = 10_000;
    private const int Dimensions = 30;

    private readonly double[] _cells = new double[Occupations * Dimensions];
    private readonly double[] _scores = new double[Occupations];
    private readonly double[] _mean = new double[Dimensions];
    private readonly double[] _diagonal = new double[Dimensions * Dimensions];
    private readonly double[] _full = new double[Dimensions * Dimensions];
    private OccupationRanker _ranker = null!;
    private OccupationRanker _mapped = null!;
    private AnswerRanker _answerRanker = null!;
    private FitRanker _fitRanker = null!;
    private readonly OccupationFit[] _fits = new OccupationFit[Occupations];
    private List<Answer> _answers = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var gallery = EngineSimulation.SyntheticGallery(1, Occupations, Dimensions);
        var random = new SeededRandom(2);
        for (var i = 0; i < Dimensions; i++)
        {
            _mean[i] = random.NextNormal();
            for (var j = 0; j < Dimensions; j++)
            {
                _full[i * Dimensions + j] = i == j ? 0.4 : 0.1;
            }

            _diagonal[i * Dimensions + i] = 0.4;
        }

        for (var at = 0; at < _cells.Length; at++)
        {
            _cells[at] = random.NextNormal();
        }

        _ranker = new OccupationRanker(gallery);
        var bank = SmallBank.AtStart(gallery.Dimensions, 5);
        _answerRanker = new AnswerRanker(gallery, bank);
        _mapped = new OccupationRanker(
            gallery,
            new WithinMap(
                SymmetricMatrix.Create(Dimensions, (i, j) => i == j ? 0.6 : 0.02).Cells,
                new double[Dimensions],
                SymmetricMatrix.Create(Dimensions, (i, j) => i == j ? 0.4 : 0.1),
                new HubCorrection(0.2, 20)
            )
        );
        _fitRanker = new FitRanker(_answerRanker, SymmetricMatrix.Identity(Dimensions));
        _answers = [.. Enumerable.Range(0, 24).Select(k => new Answer($"dimension-{k + 1}-1", 1 + k % 5))];
    }

    [Benchmark(Baseline = true, Description = "memory: read 2.4 MB once, write 10 000 scores")]
    public double Stream()
    {
        var cells = _cells.AsSpan();
        Vector<double> a = default,
            b = default,
            c = default,
            d = default;
        for (var at = 0; at < cells.Length; at += 4 * Vector<double>.Count)
        {
            var run = cells.Slice(at, 4 * Vector<double>.Count);
            a += new Vector<double>(run);
            b += new Vector<double>(run[Vector<double>.Count..]);
            c += new Vector<double>(run[(2 * Vector<double>.Count)..]);
            d += new Vector<double>(run[(3 * Vector<double>.Count)..]);
        }

        _scores.AsSpan().Fill(Vector.Sum(a + b + c + d));
        return _scores[0];
    }

    [Benchmark(Description = "Gaussian, V + W diagonal")]
    public double Diagonal()
    {
        _ranker.Score(_mean, _diagonal, _scores);
        return _scores[0];
    }

    [Benchmark(Description = "Gaussian, V + W full")]
    public double Full()
    {
        _ranker.Score(_mean, _full, _scores);
        return _scores[0];
    }

    [Benchmark(Description = "Gaussian, By + c, W full, hubs corrected")]
    public double Mapped()
    {
        _mapped.Score(_mean, [], _scores);
        return _scores[0];
    }

    [Benchmark(Description = "nearness and fit by 24 answers (a result of the site)")]
    public double Fit()
    {
        _fitRanker.Fit(_answers, _fits);
        return _fits[0].Order;
    }

    [Benchmark(Description = "by 24 answers (a question of the site)")]
    public double Answers()
    {
        _answerRanker.Score(_answers, _scores);
        return _scores[0];
    }
}
