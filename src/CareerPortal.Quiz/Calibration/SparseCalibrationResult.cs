namespace CareerPortal.Quiz.Calibration;

/// <summary>What sparse answers say of the items of a bank.</summary>
/// <param name="Items">One per item of the bank, in its order; of an item that nobody answered, what its kind says.</param>
/// <param name="Cycles">Cycles made.</param>
/// <param name="Converged">Whether the largest change fell below the tolerance.</param>
public sealed record SparseCalibrationResult(IReadOnlyList<LearnedItem> Items, int Cycles, bool Converged);
