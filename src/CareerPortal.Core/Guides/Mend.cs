namespace CareerPortal.Guides;

/// <summary>
/// A way to put a fault right by one click: the whole text of a field as it is and as it would be; it holds while the field still says the former.
/// </summary>
public sealed record Mend(string Path, string Before, string After);
