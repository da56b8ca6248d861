namespace CareerPortal.Editing;

/// <summary>How a section of a draft stands: what an outline tells of it.</summary>
/// <param name="Id">The section, as in <see cref="GuideForm.Sections"/>.</param>
/// <param name="Faults">How many places in it are to be put right.</param>
/// <param name="Warnings">How many remarks are made on it.</param>
/// <param name="IsEmpty">Whether nothing stands in it.</param>
/// <param name="IsNeeded">Whether a guide of its kind must have it.</param>
/// <param name="IsChanged">Whether it says something else than what readers have; never where they have nothing.</param>
/// <param name="Conflicts">How many conflicts wait in it.</param>
public sealed record SectionStanding(string Id, int Faults, int Warnings, bool IsEmpty, bool IsNeeded, bool IsChanged, int Conflicts);
