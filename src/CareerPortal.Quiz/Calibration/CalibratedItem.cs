using CareerPortal.Quiz.Items;

namespace CareerPortal.Quiz.Calibration;

/// <summary>What calibration found for one item.</summary>
/// <param name="Parameters">Slope and thresholds of the coded answer.</param>
/// <param name="Answered">How many people answered it.</param>
/// <param name="Unused">How many of the possible answers nobody gave: thresholds beside them lie together, or at ±20, beyond everyone.</param>
public sealed record CalibratedItem(ItemParameters Parameters, int Answered, int Unused)
{
    /// <summary>Whether the slope ran to a limit of the search: the answers do not determine it.</summary>
    public bool IsAtLimit =>
        Parameters.A <= GradedResponseCalibration.LowestSlope * 1.05 || Parameters.A >= GradedResponseCalibration.HighestSlope * 0.99;
}
