namespace CareerPortal.Catalogue;

/// <summary>A name in a language other than French, with the classification it was taken from and the confidence (0 to 1) that it means the same.</summary>
public sealed record ForeignName(string Language, string Text, string Origin, double Confidence);
