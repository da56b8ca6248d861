using CareerPortal.Data;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Compatibility;

/// <summary>What shared answers taught of the items at one time: a version of the bank. It is never changed, so that results keep theirs.</summary>
[InRealm(ContentRealm.Quiz)]
public sealed class BankCalibration : IWrittenOnce
{
    private const string Mark = "+c";

    public int Id { get; private set; }

    /// <summary>The wordings that were answered.</summary>
    public required string Wordings { get; init; }

    /// <summary>Counts the calibrations of these wordings, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The bank with these wordings and parameters, as quizzes name it.</summary>
    public required string Version { get; init; }

    public required string EngineVersion { get; init; }

    public required DateTime MadeUtc { get; init; }

    /// <summary>How many people's answers it was made from.</summary>
    public required int Quizzes { get; init; }

    public required IReadOnlyList<CalibratedParameters> Items { get; init; }

    public static string VersionOf(string wordings, int number) => FormattableString.Invariant($"{wordings}{Mark}{number}");

    /// <summary>The wordings of a bank version, calibrated or not.</summary>
    public static string WordingsOf(string version) => version.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at ? version[..at] : version;

    /// <summary>A bank with the same wordings and these parameters; an item that is not in them keeps its own.</summary>
    internal ItemBank Over(ItemBank bank)
    {
        var learned = Items.ToDictionary(i => i.Item, StringComparer.Ordinal);
        return bank.With(
            Version,
            item => learned.TryGetValue(item.Id, out var own) ? item with { Parameters = own.Parameters, Uncertainty = own.Uncertainty } : item
        );
    }
}
