using CareerPortal.Quiz.Items;

namespace CareerPortal.Quiz.Calibration;

/// <summary>What calibration found for one item.</summary>
/// <param name="Parameters">Slope and thresholds of the coded answer.</param>
/// <param name="Answered">How many people answered it.</param>
public sealed record CalibratedItem(ItemParameters Parameters, int Answered);
