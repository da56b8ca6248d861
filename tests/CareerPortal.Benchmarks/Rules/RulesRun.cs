using System.Diagnostics;
using CareerPortal.Compatibility;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.Selection;
using CareerPortal.Wages;

namespace CareerPortal.Benchmarks.Rules;

/// <summary>
/// How long the rules take over the largest guides that ship, and a study of impact over the occupations that ship. <c>rules [rounds]</c>.
/// </summary>
internal static class RulesRun
{
    private const int Usual = 200;

    public static int Run(string[] arguments)
    {
        var rounds = arguments.Length > 0 ? int.Parse(arguments[0], System.Globalization.CultureInfo.InvariantCulture) : Usual;
        var set = ExchangeFolder.FirstContent.Read();
        var known = Known(set);
        foreach (var (name, file) in set.Guides.Where(g => g.Value.Kind == GuideKind.Complete))
        {
            var document = file.ToDocument();
            for (var warm = 0; warm < rounds / 2; warm++)
            {
                GuideRules.Check(document, file.Language, known);
            }

            var times = Enumerable.Range(0, rounds).Select(_ => Time(() => GuideRules.Check(document, file.Language, known))).Order().ToList();
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{name}: fastest {times[0]:0.00} ms, p50 {times[rounds / 2]:0.00} ms, p95 {times[rounds * 95 / 100]:0.00} ms"
                )
            );
        }

        var bank = ItemBank.Load();
        var selection = new AdaptiveSelection(new ProfileEstimator(bank));
        IReadOnlyList<ImpactOccupation> occupations =
        [
            .. set.Occupations.Select(o => new ImpactOccupation(o.Code, o.Interests, [.. o.Requirements.Select(r => Of(r))])),
        ];
        ImpactSample? sample = null;
        var draw = Time(() => sample = ImpactSample.Draw(selection, bank, occupations, CancellationToken.None));
        var change = Time(() =>
            sample!.Change(occupations[0].Code, [Of(new RequirementEntry("detail", 5, 2, RequirementOrigin.Counsellor))], CancellationToken.None)
        );
        Console.WriteLine(
            FormattableString.Invariant($"impact of {ImpactSample.Size} people: sample {draw / 1000:0.0} s, change {change / 1000:0.0} s")
        );
        return 0;
    }

    private static Requirement Of(RequirementEntry entry) =>
        new()
        {
            QualityId = entry.Quality,
            Importance = entry.Importance,
            Level = entry.Level,
            Surplus = entry.Surplus,
            Origin = entry.Origin,
        };

    private static double Time(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static KnownCodes Known(ExchangeSet set)
    {
        var qualities = QualityCatalogue.Load();
        var floor = set.WageFloors[^1];
        return new KnownCodes(
            new Dictionary<GuideReferenceKind, IReadOnlySet<string>>
            {
                [GuideReferenceKind.Quality] = qualities.Qualities.Select(q => q.Id).ToHashSet(),
                [GuideReferenceKind.Prerequisite] = qualities.Prerequisites.Select(p => p.Id).ToHashSet(),
                [GuideReferenceKind.Occupation] = set.Occupations.Select(o => o.Code).ToHashSet(),
                [GuideReferenceKind.Source] = set.Sources.Select(s => s.Code).ToHashSet(),
                [GuideReferenceKind.Centre] = set.TrainingCentres.Select(c => c.Code).ToHashSet(),
                [GuideReferenceKind.Zone] = set.JobZones.Select(z => z.Code).ToHashSet(),
                [GuideReferenceKind.Platform] = set.Platforms.Select(p => p.Code).ToHashSet(),
            },
            hasMinimumWage: true
        )
        {
            Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            Studies = StudyLevel.UpperSecondary,
            Floor = new WageFloor
            {
                From = floor.From,
                MonthlyCents = floor.MonthlyCents,
                HourlyCents = floor.HourlyCents,
                Source = floor.Source,
            },
        };
    }
}
