namespace CareerPortal.Catalogue;

/// <summary>
/// The counterpart of an occupation in another classification ("isco-08", "esco", "onet-soc-2019", "competent"), with the table it follows from and
/// the confidence (0 to 1).
/// </summary>
public sealed record Crossing(string Scheme, string Code, string Origin, double Confidence);
