using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Compatibility;

/// <summary>What is stored of one item of a <see cref="BankCalibration"/>.</summary>
/// <param name="Item">Which.</param>
/// <param name="A">Slope.</param>
/// <param name="B">Thresholds (z).</param>
/// <param name="Own">What is left uncertain of (ln a, b): the lower triangle of the covariance, row by row.</param>
/// <param name="Shared">What is left uncertain of the shift that the items of its dimension share (standard deviation, z).</param>
/// <param name="Common">What is left uncertain of what all items of its kind have in common (standard deviation, z).</param>
/// <param name="Answered">How many answers it rests on.</param>
public sealed record CalibratedParameters(string Item, double A, double[] B, double[][] Own, double Shared, double Common, int Answered)
{
    internal ItemParameters Parameters => new(A, B);

    internal ParameterUncertainty Uncertainty => new(SymmetricMatrix.Create(Own.Length, (i, j) => Own[i][j]), Shared, Common);

    internal static CalibratedParameters Of(string item, LearnedItem learned) =>
        new(
            item,
            learned.Parameters.A,
            [.. learned.Parameters.B],
            [.. Enumerable.Range(0, learned.Own.Size).Select(row => learned.Own.Row(row)[..(row + 1)].ToArray())],
            learned.SharedDeviation,
            learned.CommonDeviation,
            learned.Answered
        );
}
