using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>
/// Real people whose parameters the estimator does not know: learned on the odd rows and measured on the even ones, then the other way round.
/// </summary>
internal static class UnknownParametersEvaluation
{
    /// <summary>The slope and thresholds that every item had before there were norms.</summary>
    private static readonly ItemParameters Centred = new(1.6, -1.6, -0.5, 0.5, 1.6);

    public static string? Missing(OpenData data) => SpiBank.Missing(data) ?? RealPeople.BigFiveMissing(data);

    public static IReadOnlyList<SimulationRow> Run(OpenData data, ulong seed)
    {
        RealPeople[] sets = [RealPeople.Spi(data), RealPeople.BigFive(data)];
        (StartNorms, StartNorms)[] norms = [Of(odd: true), Of(odd: false)];
        return [.. sets.SelectMany(set => Percent(set, norms, seed)), .. OtherItems(sets, seed)];

        (StartNorms, StartNorms) Of(bool odd) => (NormSource.Learn(sets, odd), NormSource.Learn(sets, odd, abroad: false));
    }

    /// <summary>Norms of the items of one data set, measured on other items and other people: those of the other data set.</summary>
    private static IEnumerable<SimulationRow> OtherItems(RealPeople[] sets, ulong seed)
    {
        var tally = new PercentTally();
        foreach (var learnOdd in new[] { true, false })
        {
            var test = new PercentTest(sets[1], learnOdd, seed);
            tally.Add(test.Run(sets[1].Start(NormSource.Learn(sets, learnOdd, itemsOf: sets[0])), test.Correlations, Rules(sets[1])));
        }

        return tally.Rows(Name(sets[1]), $"start norms of the items of {sets[0].Name} alone, widened", isWanted: false);
    }

    /// <summary>Two or three questions a scale: 16 of eight scales, 15 of five.</summary>
    internal static SelectionRules Rules(RealPeople set)
    {
        var length = set.Scales.Count >= 8 ? 16 : 15;
        return new SelectionRules { Minimum = length, Maximum = length };
    }

    private static string Name(RealPeople set) => $"percent on one occupation, real people ({set.Name}), {Rules(set).Maximum} items";

    private static IEnumerable<SimulationRow> Percent(RealPeople set, (StartNorms Abroad, StartNorms Home)[] norms, ulong seed)
    {
        var rules = Rules(set);
        PercentTally centred = new(),
            byKind = new(),
            home = new(),
            abroad = new(),
            calibrated = new();
        foreach (var learnOdd in new[] { true, false })
        {
            var test = new PercentTest(set, learnOdd, seed);
            var own = norms[learnOdd ? 0 : 1];
            centred.Add(test.Run(set.Alike(Centred), test.Correlations, rules));
            byKind.Add(test.Run(set.Start(own.Home, byFamily: false), test.Correlations, rules));
            home.Add(test.Run(set.Start(own.Home), test.Correlations, rules));
            abroad.Add(test.Run(set.Start(own.Abroad), test.Correlations, rules));
            calibrated.Add(test.Run(test.Calibrated, test.Correlations, rules));
        }

        var name = Name(set);
        return
        [
            .. centred.Rows(name, "thresholds centred on 0, taken as exact", isWanted: false),
            .. byKind.Rows(name, "start norms by kind of item alone", isWanted: false),
            .. home.Rows(name, "start norms", isWanted: true),
            .. abroad.Rows(name, "start norms, widened for another country (as shipped)", isWanted: false),
            .. calibrated.Rows(name, "calibrated on the other half, taken as exact", isWanted: false),
        ];
    }
}
