namespace CareerPortal.Catalogue;

/// <summary>A code given up and the code that stands for it.</summary>
public sealed record ListedReplacement(string Code, string ReplacedBy);
