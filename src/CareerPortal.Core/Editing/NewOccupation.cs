using CareerPortal.Guides;
using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>An occupation that somebody describes for the first time.</summary>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Masculine">Its title.</param>
/// <param name="Feminine">Its title in the feminine; the same where it is left out.</param>
/// <param name="Sector">Its field of work.</param>
/// <param name="Studies">What usually opens the door.</param>
/// <param name="Kind">Whether its guide will have every section.</param>
public sealed record NewOccupation(string? Code, string? Masculine, string? Feminine, Sector Sector, StudyLevel Studies, GuideKind Kind);
