using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CareerPortal.Quiz;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Compatibility;

/// <summary>What anyone needs to check the method by own means: cases with their results, and what each question measures.</summary>
public sealed class MethodDocuments(ProfileEstimator estimator, QualityCatalogue qualities, InterestCatalogue interests)
{
    private const int Cases = 12;
    private const ulong Seed = 2026;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Invented people with their answers, the levels estimated from them, and their result for an invented occupation.</summary>
    public byte[] Vectors()
    {
        var bank = estimator.Bank;
        var cases = Enumerable
            .Range(0, Cases)
            .Select(n =>
            {
                var random = new SeededRandom(Seed + (ulong)n);
                var asked = QualityIds.All.OrderBy(_ => random.NextDouble()).Take(3 + random.NextBelow(6)).ToList();
                var occupation = new OccupationProfile(
                    $"case-{n + 1}",
                    asked.Select(q => new RequiredQuality(q, 1 + random.NextBelow(5), 1 + random.NextBelow(5), random.NextBelow(5) == 0 ? 0.25 : 0))
                );
                var answers = InTurnSelection
                    .Plan(asked, bank, Seed + (ulong)n, 12 + random.NextBelow(7))
                    .Select(item => new Answer(item, random.NextBelow(8) == 0 ? null : 1 + random.NextBelow(5)))
                    .ToList();
                var profile = estimator.Estimate(answers);
                var score = OccupationScorer.Score(profile, occupation);
                return new
                {
                    id = occupation.Id,
                    answers = answers.Select(a => new { item = a.ItemId, value = a.Value }),
                    occupation = occupation.Requirements.Select(
                        (r, i) =>
                            new
                            {
                                quality = r.QualityId,
                                level = r.Level,
                                importance = r.Importance,
                                surplus = r.Surplus,
                                required = r.Required,
                                weight = occupation.Weights[i],
                            }
                    ),
                    levels = profile
                        .Estimates.Where(e => e.Answers > 0 || asked.Contains(e.QualityId))
                        .Select(e => new
                        {
                            quality = e.QualityId,
                            own = e.Mean,
                            ownStandardError = e.StandardError,
                            mean = e.BorrowedMean,
                            standardError = e.BorrowedStandardError,
                        }),
                    result = new
                    {
                        compatibility = score.Compatibility,
                        intervalLow = score.IntervalLow,
                        intervalHigh = score.IntervalHigh,
                        verdict = $"{score.Verdict}",
                        contributions = score.Contributions.Select(c => new
                        {
                            quality = c.QualityId,
                            points = c.Points,
                            probabilityMeets = c.ProbabilityMeets,
                        }),
                    },
                };
            });
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                engine = EngineVersion.Current,
                bank = bank.Version,
                tolerance = CompatibilityScale.Tolerance,
                scale = CompatibilityScale.Scale,
                dimensions = bank.Dimensions,
                correlations = bank.Dimensions.Select((_, i) => bank.Dimensions.Select((_, j) => estimator.Correlations[i, j])),
                cases,
            },
            Json
        );
    }

    /// <summary>
    /// Every question, those that are no longer asked included, with what it measures and where that stands in ROME 4.0, O*NET 30.1, ESCO and IPIP.
    /// </summary>
    public byte[] MapAsJson() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                engine = EngineVersion.Current,
                bank = estimator.Bank.Version,
                qualities = qualities.Qualities.Select(q => new
                {
                    id = q.Id,
                    label = q.Label["fr"],
                    rome = q.Rome,
                    onet = q.Onet,
                    esco = q.Esco,
                    ipip = q.Ipip,
                }),
                interests = interests.Interests.Select(i => new { id = i.Id, label = i.Label["fr"] }),
                items = estimator.Bank.Items.Select(i => new
                {
                    id = i.Id,
                    dimension = i.QualityId,
                    reversed = i.Reversed,
                    retired = i.Retired,
                    a = i.Parameters.A,
                    b = i.Parameters.B.ToArray(),
                    text = i.Text["fr"],
                }),
            },
            Json
        );

    /// <summary>The same, a line a question; several codes are parted by a space, names by a bar.</summary>
    public byte[] MapAsCsv()
    {
        var text = new StringBuilder("item,dimension,label,reversed,retired,a,b1,b2,b3,b4,rome,onet,esco,ipip,text\n");
        foreach (var item in estimator.Bank.Items)
        {
            var quality = qualities.Find(item.QualityId);
            string[] cells =
            [
                item.Id,
                item.QualityId,
                quality?.Label["fr"] ?? interests.Find(item.QualityId)?.Label["fr"] ?? "",
                item.Reversed ? "1" : "0",
                item.Retired ?? "",
                Number(item.Parameters.A),
                .. item.Parameters.B.ToArray().Select(Number),
                string.Join(' ', quality?.Rome ?? []),
                string.Join('|', quality?.Onet ?? []),
                string.Join(' ', quality?.Esco ?? []),
                string.Join(' ', quality?.Ipip ?? []),
                item.Text["fr"],
            ];
            text.Append(CsvLine.Of(cells)).Append('\n');
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
