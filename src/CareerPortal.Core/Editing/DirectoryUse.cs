using CareerPortal.Directories;
using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>Something that names an entry of a directory.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The number of the guide or of the release.</param>
/// <param name="Language">The guide's language.</param>
/// <param name="Name">The guide's occupation.</param>
/// <param name="Directory">The directory of the entry.</param>
/// <param name="Code">The entry's code, or the release's name.</param>
public sealed record DirectoryUse(
    DirectoryUseKind Kind,
    int? Id = null,
    string? Language = null,
    OccupationName? Name = null,
    DirectoryKind? Directory = null,
    string? Code = null
);
