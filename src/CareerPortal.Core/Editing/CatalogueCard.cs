using CareerPortal.Catalogue;

namespace CareerPortal.Editing;

/// <summary>An occupation of the catalogue as the workspace looks at it.</summary>
/// <param name="Occupation">What is known of it.</param>
/// <param name="Edition">The edition that it was last seen in.</param>
/// <param name="Version">The state that was looked at.</param>
/// <param name="GuideId">The French guide at the same address or on the same code of ROME, published or not.</param>
/// <param name="HeldBack">Its texts that readers do not get, each with what it is held back for.</param>
public sealed record CatalogueCard(ListedEntry Occupation, string Edition, Guid Version, int? GuideId, IReadOnlyList<CatalogueText> HeldBack);
