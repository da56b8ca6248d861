using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>A conflict that waits for somebody's choice.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Path">The field, or the item where one side took it away.</param>
/// <param name="Base">What both began with, where it is known.</param>
/// <param name="Mine">What came second and waits here; null where it is a removal.</param>
/// <param name="Theirs">What stands in the draft; null where it was removed.</param>
/// <param name="MineById">Who wrote <paramref name="Mine"/>.</param>
/// <param name="TheirsById">Who wrote <paramref name="Theirs"/>, where it is known.</param>
/// <param name="CreatedUtc">Since when.</param>
/// <param name="Stamp">What tells whether either has changed since it was shown; goes back with the choice.</param>
public sealed record OpenConflict(
    int Id,
    string Path,
    JsonNode? Base,
    JsonNode? Mine,
    JsonNode? Theirs,
    Guid MineById,
    Guid? TheirsById,
    DateTime CreatedUtc,
    string Stamp
);
