using CareerPortal.Directories;

namespace CareerPortal.Finding;

/// <summary>
/// A training centre or a guidance service that words found; <paramref name="Towns"/> are those of its places that they mean, by their French
/// names, and <paramref name="IsNamed"/> says that they name it or its town, and not merely have a word of its name.
/// </summary>
public sealed record FoundPlace(
    string Code,
    LocalisedText Name,
    TrainingCentreKind? Centre,
    GuidanceKind? Service,
    GuidanceRegion? Region,
    IReadOnlyList<string> Towns,
    bool IsNamed
);
