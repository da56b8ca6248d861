namespace CareerPortal.Core.Tests.Offers;

/// <summary>How an index answers all queries.</summary>
internal sealed record GoldFigures(IReadOnlyList<GoldVerdict> Verdicts)
{
    /// <summary>Mean nDCG at 10 over the queries that have grades.</summary>
    public double Gain => Verdicts.Where(v => v.Gain is not null).Average(v => v.Gain!.Value);

    /// <summary>Share of the graded queries that find nothing.</summary>
    public double Vain => Verdicts.Where(v => v.Gain is not null).Average(v => v.Found == 0 ? 1.0 : 0);

    public IReadOnlyList<GoldVerdict> Broken => [.. Verdicts.Where(v => v.Wrong.Count > 0)];

    public int Negatives => Verdicts.Count(v => v.Query.MustNot is { Count: > 0 });
}
