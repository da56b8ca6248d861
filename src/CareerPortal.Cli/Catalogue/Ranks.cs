using System.Globalization;
using CareerPortal.Cli.Catalogue.Evaluation;

namespace CareerPortal.Cli.Catalogue;

/// <summary>Where the first right answer stood, for each question: 1 is the head of the list, 0 nowhere.</summary>
internal sealed record Ranks(string Name, IReadOnlyList<int> Found)
{
    public int Misses => Found.Count(rank => rank != 1);

    public string Line =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name, -32}{Share(1), 8:0.000}{Share(5), 8:0.000}{Found.Average(rank => rank > 0 ? 1.0 / rank : 0), 8:0.000}{Misses, 8}"
        );

    /// <summary>The ranks of the questions of one half.</summary>
    public Ranks Half(TitleBenchmark benchmark, TitleHalf half) =>
        new(Name, [.. Found.Where((_, at) => TitleBenchmark.HalfOf(benchmark.Questions[at].Title) == half)]);

    private double Share(int most) => Found.Average(rank => rank >= 1 && rank <= most ? 1.0 : 0);
}
