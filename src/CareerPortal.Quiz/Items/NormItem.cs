namespace CareerPortal.Quiz.Items;

/// <summary>A calibrated item that start norms are pooled from.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Family">A family of <see cref="NormFamilies"/>, or null where it belongs to none.</param>
/// <param name="Dimension">The scale that it shares with others.</param>
/// <param name="Parameters">Slope and thresholds of the answer after reversal.</param>
public sealed record NormItem(ItemKind Kind, string? Family, string Dimension, ItemParameters Parameters);
