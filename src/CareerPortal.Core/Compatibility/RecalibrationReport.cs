// What a recalibration would change, as the command tells it.
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Compatibility;

/// <summary>What shared answers say of the items now, and what quizzes would get by it.</summary>
public sealed record RecalibrationReport
{
    /// <summary>The version that quizzes start with today.</summary>
    public required string From { get; init; }

    /// <summary>The version that this would be.</summary>
    public required BankCalibration Calibration { get; init; }

    /// <summary>People whose answers were learned from, and how many answers those are.</summary>
    public required int Quizzes { get; init; }

    public required int Answers { get; init; }

    /// <summary>People who answered wordings that have changed since.</summary>
    public required int OfOtherWordings { get; init; }

    /// <summary>People who gave one answer too many times in a row to have read the questions.</summary>
    public required int Careless { get; init; }

    /// <summary>Whether the search settled.</summary>
    public required bool Converged { get; init; }

    /// <summary>Every item, that which moves furthest first.</summary>
    public required IReadOnlyList<ItemMove> Items { get; init; }

    /// <summary>Stored results on one occupation by the band they are in today.</summary>
    public required IReadOnlyList<BandMove> Results { get; init; }

    /// <summary>Stored results over all occupations, and in how many of them another occupation would come first.</summary>
    public required int Rankings { get; init; }

    public required int OtherFirst { get; init; }

    /// <summary>How many of the occupations shown stay among them, on average.</summary>
    public required double StayShown { get; init; }
}

/// <summary>How an item would move.</summary>
/// <param name="Item">Which.</param>
/// <param name="Answered">Answers it rests on.</param>
/// <param name="Place">How far the mean of its thresholds moves (z): above 0 it is harder to agree with than was thought.</param>
/// <param name="Slope">What its slope is multiplied by.</param>
/// <param name="Doubt">Standard deviation (z) that is left of the mean of its thresholds.</param>
public sealed record ItemMove(string Item, int Answered, double Place, double Slope, double Doubt);

/// <summary>How the results of one band would move, if they were made with the new version.</summary>
/// <param name="Band">The band they are in with today's version.</param>
/// <param name="Results">How many.</param>
/// <param name="Mean">Mean move, in points of a hundred.</param>
/// <param name="MeanSize">Mean size of the move, whichever way.</param>
/// <param name="Largest">The largest move.</param>
/// <param name="OtherBand">How many would be in another band.</param>
public sealed record BandMove(Verdict Band, int Results, double Mean, double MeanSize, double Largest, int OtherBand);
