namespace CareerPortal.Web.Tests;

/// <summary>Compares texts of which one is set by French rules and the other is not: spaces and the shape of quotation marks do not count.</summary>
public sealed class PlainTypography : IEqualityComparer<string>
{
    public static readonly PlainTypography Comparer = new();

    public bool Equals(string? x, string? y) => Bare(x) == Bare(y);

    public int GetHashCode(string obj) => StringComparer.Ordinal.GetHashCode(Bare(obj));

    /// <summary>Whether a text stands within another.</summary>
    public static bool Says(string whole, string part) => Bare(whole).Contains(Bare(part), StringComparison.Ordinal);

    /// <summary>The text without what setting changes.</summary>
    public static string Bare(string? text) => new([.. Wording.Plain(text ?? "").Where(c => c is not (' ' or '«' or '»' or '"' or '“' or '”'))]);
}
