using CareerPortal.Directories;

namespace CareerPortal.Editing;

/// <summary>What merging an entry into another would touch.</summary>
/// <param name="Kind">The directory.</param>
/// <param name="Code">The entry that would go.</param>
/// <param name="Into">The entry that would stay.</param>
/// <param name="Document">What the first says.</param>
/// <param name="IntoDocument">What the second says.</param>
/// <param name="State">The state of the first.</param>
/// <param name="Uses">What names the first: published guides go on as they are and lead to the second, everything else is rewritten.</param>
public sealed record DirectoryMerge(
    DirectoryKind Kind,
    string Code,
    string Into,
    string Document,
    string IntoDocument,
    string State,
    IReadOnlyList<DirectoryUse> Uses
);
