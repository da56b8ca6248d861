namespace CareerPortal.Quiz.ResponseQuality;

/// <summary>How carefully a set of answers seems to have been given.</summary>
/// <param name="Answers">Answers looked at, skipped items not counted.</param>
/// <param name="LongestRun">The longest run of identical raw answers.</param>
/// <param name="PersonFit">
/// How much better reading explains the answers than clicking at random from some point on (natural logarithm): negative where answers contradict each
/// other; null below three answers.
/// </param>
/// <param name="MedianSeconds">Median time of an answer in seconds; null without times.</param>
/// <param name="FastShare">Share of answers given in less than 0.8 s; null without times.</param>
/// <param name="Signs">The signs found.</param>
public sealed record ResponseReport(int Answers, int LongestRun, double? PersonFit, double? MedianSeconds, double? FastShare, CarelessSigns Signs)
{
    /// <summary>The factor on the interval's deviations: 1.5 with a sign, otherwise 1.</summary>
    public double Widening => Signs == CarelessSigns.None ? 1 : 1.5;

    /// <summary>Whether there is any sign.</summary>
    public bool IsFlagged => Signs != CarelessSigns.None;
}
