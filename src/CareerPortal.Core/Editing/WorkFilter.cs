namespace CareerPortal.Editing;

/// <summary>What of the list is asked for.</summary>
/// <param name="Kind">Only lines of a kind.</param>
/// <param name="OwnerId">Only guides that somebody looks after.</param>
/// <param name="IsUnowned">Only guides that nobody looks after.</param>
/// <param name="GuideId">Only one guide.</param>
public sealed record WorkFilter(WorkKind? Kind = null, Guid? OwnerId = null, bool IsUnowned = false, int? GuideId = null);
