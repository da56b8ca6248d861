using CareerPortal.Quiz.Items;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>Start norms from real people's answers.</summary>
internal static class NormSource
{
    private static readonly string[] Sources =
    [
        "spi_sapa: SAPA Personality Inventory, D. M. Condon (2018), doi 10.31234/osf.io/sc4p9; R package psychTools (W. Revelle), GPL (>= 2); "
            + "items of the IPIP (public domain); every second of 2 400 people, 18 scales",
        "openpsych_big5: IPIP-50 (L. R. Goldberg 1992, public domain), answers published by openpsychometrics.org (2012) for general use; "
            + "every second of 10 000 people",
    ];

    /// <summary>Calibrates each data set on one half of its people and pools the items as items of five answers.</summary>
    public static StartNorms Learn(IReadOnlyList<RealPeople> sets, bool odd) => Pool(sets.SelectMany(set => Items(set, odd)));

    /// <summary>The calibrated items of one half, as items of five answers.</summary>
    public static IEnumerable<(ItemKind Kind, string Dimension, ItemParameters Parameters)> Items(RealPeople set, bool odd) =>
        set.Calibrate(set.Half(odd)).Items.Select(item => (item.Kind, $"{set.Name} {item.QualityId}", AnswerScale.Convert(item.Parameters, 5)));

    public static StartNorms Pool(IEnumerable<(ItemKind Kind, string Dimension, ItemParameters Parameters)> items) =>
        StartNorms.Learn([.. items], Sources);
}
