using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Items;

/// <summary>What is not known of an item's slope and thresholds.</summary>
/// <param name="Covariance">
/// Of (ln a, b₁ … bₙ), as many rows as the item has answers: the item's own part, independent of that of every other item.
/// </param>
/// <param name="SharedDeviation">
/// Standard deviation (z) of a shift of the thresholds that all items of one dimension have in common: more items do not average it out.
/// </param>
/// <param name="CommonDeviation">Standard deviation (z) of a shift that the items of all dimensions have in common.</param>
public sealed record ParameterUncertainty(SymmetricMatrix Covariance, double SharedDeviation, double CommonDeviation = 0);
