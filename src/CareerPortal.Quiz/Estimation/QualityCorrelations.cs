using System.Collections.Frozen;
using System.Text.Json;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Estimation;

/// <summary>How the qualities go together in the population: the prior by which one answer also informs its neighbours.</summary>
/// <remarks>
/// The 24 qualities: learned from the narrow scales of the SPI that stand for them (D. M. Condon 2018; every second of 2 400 people), without error of
/// measurement, drawn towards 0 by what a scale made elsewhere may miss of a quality; foreign norms, as <see cref="StartNorms"/> are. Decision 0032 has
/// the table of scales; <c>quiz start-correlations</c> recomputes them. Positive definite. The six interests: Holland's hexagon, for nobody's answers to
/// activities are at hand. Replaced by calibration data when there are some.
/// </remarks>
public static class QualityCorrelations
{
    private const string File = "CareerPortal.Quiz.Qualities.correlations.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly Lazy<(IReadOnlyList<string> Sources, FrozenDictionary<(string, string), double> Cells)> Learned = new(() =>
    {
        using var stream =
            typeof(QualityCorrelations).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The engine was built without {File}.");
        return Read(stream);
    });

    /// <summary>Whose answers the correlations of the qualities were computed from, with the licence: one line a source.</summary>
    public static IReadOnlyList<string> Sources => Learned.Value.Sources;

    /// <summary>
    /// The correlations between <paramref name="dimensions"/> (n × n, 1 on the diagonal): learned for qualities, none between an unknown dimension and
    /// any other; interests follow Holland's hexagon (neighbours .30, next but one .10, opposite 0) and are independent of the qualities.
    /// </summary>
    public static SymmetricMatrix Prior(IReadOnlyList<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        return SymmetricMatrix.Create(dimensions.Count, (i, j) => Correlation(dimensions[i], dimensions[j]));
    }

    /// <summary>The text of the file that ships: the correlations of the 24 qualities in the order of <see cref="QualityIds.All"/>.</summary>
    public static string Write(SymmetricMatrix correlations, IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        return JsonSerializer.Serialize(
                new CorrelationFile(
                    1,
                    sources,
                    QualityIds.All,
                    [.. Enumerable.Range(0, correlations.Size).Select(row => correlations.Row(row)[..row].ToArray().Select(Rounded).ToArray())]
                ),
                Json
            ) + "\n";

        static double Rounded(double value) => Math.Round(value, 3, MidpointRounding.AwayFromZero);
    }

    private static (IReadOnlyList<string> Sources, FrozenDictionary<(string, string), double> Cells) Read(Stream stream)
    {
        var file = JsonSerializer.Deserialize<CorrelationFile>(stream, Json);
        if (
            file is not { Format: 1 }
            || file.Correlations.Length != file.Qualities.Count
            || file.Correlations.Index().Any(row => row.Item.Length != row.Index)
        )
        {
            throw new FormatException("correlations: the file must hold \"format\": 1 and a triangle with one row for each quality.");
        }

        return (
            file.Sources,
            file.Correlations.Index()
                .SelectMany(row =>
                    row.Item.Index().Select(cell => (One: file.Qualities[row.Index], Other: file.Qualities[cell.Index], Value: cell.Item))
                )
                .SelectMany(cell => new[] { ((cell.One, cell.Other), cell.Value), ((cell.Other, cell.One), cell.Value) })
                .ToFrozenDictionary(cell => cell.Item1, cell => cell.Value)
        );
    }

    private static double Correlation(string one, string other)
    {
        if (one == other)
        {
            return 1;
        }

        if (Learned.Value.Cells.TryGetValue((one, other), out var learned))
        {
            return learned;
        }

        var (x, y) = (InterestAt(one), InterestAt(other));
        if (x < 0 || y < 0)
        {
            return 0;
        }

        var apart = Math.Abs(x - y);
        return Math.Min(apart, 6 - apart) switch
        {
            1 => .30,
            2 => .10,
            _ => 0,
        };
    }

    private static int InterestAt(string dimension)
    {
        for (var at = 0; at < InterestIds.All.Count; at++)
        {
            if (InterestIds.All[at] == dimension)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Correlations: below the diagonal, row by row.</summary>
    private sealed record CorrelationFile(int Format, IReadOnlyList<string> Sources, IReadOnlyList<string> Qualities, double[][] Correlations);
}
