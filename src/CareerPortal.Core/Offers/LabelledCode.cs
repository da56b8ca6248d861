namespace CareerPortal.Offers;

/// <summary>A code of a classification with the label that the source gave it; the code is null where no table knows the label.</summary>
public sealed record LabelledCode(string? Code, string Label);
