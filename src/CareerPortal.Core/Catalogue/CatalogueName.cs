namespace CareerPortal.Catalogue;

/// <summary>
/// A name in both genders; <paramref name="Code"/> is its number in the source, <paramref name="Rare"/> says that the source calls it little used.
/// </summary>
public sealed record CatalogueName(string Code, string Masculine, string Feminine, bool Rare = false);
