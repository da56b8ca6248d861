using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>How far shown percents lie from the true ones, and how often their intervals hold the truth.</summary>
internal sealed class PercentTally
{
    private readonly List<int> _lengths = [];
    private double _error;
    private double _absolute;
    private double _width;
    private int _covered;
    private int _below;
    private int _count;

    /// <summary>Mean of shown minus true, in points.</summary>
    public double Bias => _error / _count;

    /// <summary>Mean distance of shown and true, in points.</summary>
    public double AbsoluteError => _absolute / _count;

    /// <summary>Truths inside the interval, in per cent.</summary>
    public double Coverage => 100.0 * _covered / _count;

    /// <summary>Mean width of the interval, in points.</summary>
    public double Width => _width / _count;

    public void Add(CompatibilityScore score, double truth, int questions)
    {
        _error += score.Compatibility - truth;
        _absolute += Math.Abs(score.Compatibility - truth);
        _width += score.IntervalWidth;
        _covered += score.IntervalLow <= truth && truth <= score.IntervalHigh ? 1 : 0;
        _below += truth < score.IntervalLow ? 1 : 0;
        _lengths.Add(questions);
        _count++;
    }

    /// <summary>Takes in what another tally holds.</summary>
    public void Add(PercentTally other)
    {
        _error += other._error;
        _absolute += other._absolute;
        _width += other._width;
        _covered += other._covered;
        _below += other._below;
        _count += other._count;
        _lengths.AddRange(other._lengths);
    }

    public IEnumerable<SimulationRow> Rows(string test, string method, bool isWanted)
    {
        yield return new SimulationRow(test, method, "bias, points", Bias, isWanted ? "−2 to 2" : "");
        yield return new SimulationRow(test, method, "coverage of 90 % interval, %", Coverage, isWanted ? "88–92" : "");
        yield return new SimulationRow(test, method, "truth below the interval, %", 100.0 * _below / _count);
        yield return new SimulationRow(test, method, "mean distance to the truth, points", AbsoluteError);
        yield return new SimulationRow(test, method, "mean width of the interval, points", _width / _count);
        yield return new SimulationRow(test, method, "mean number of questions", _lengths.Average());
    }
}
