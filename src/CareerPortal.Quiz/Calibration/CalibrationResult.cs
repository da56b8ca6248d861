namespace CareerPortal.Quiz.Calibration;

/// <summary>The parameters of one scale and how they were reached.</summary>
/// <param name="Items">One per item, in the order of the answers.</param>
/// <param name="Cycles">EM cycles made.</param>
/// <param name="Converged">Whether the largest change fell below the tolerance.</param>
/// <param name="LogLikelihood">Marginal log-likelihood (natural logarithm) of the last cycle.</param>
public sealed record CalibrationResult(IReadOnlyList<CalibratedItem> Items, int Cycles, bool Converged, double LogLikelihood);
