namespace CareerPortal.Quiz.Items;

/// <summary>Where the thresholds of a family of traits lie.</summary>
/// <param name="Shift">Beside the mean of their kind (z).</param>
/// <param name="Shared">Standard deviation (z) of what is left to a dimension of the family and shared by all its items.</param>
/// <param name="Dimensions">How many scales it rests on.</param>
public sealed record FamilyNorm(double Shift, double Shared, int Dimensions);
