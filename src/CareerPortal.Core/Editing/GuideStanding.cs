namespace CareerPortal.Editing;

/// <summary>What rights depend on: who looks after a guide, and how it stands.</summary>
/// <param name="OwnerId">Who looks after it; nobody yet where null.</param>
/// <param name="IsMember">Whether the person asked about writes on it beside its owner.</param>
/// <param name="IsPublished">Whether readers see it.</param>
/// <param name="SubmittedById">Who submitted what is in review.</param>
public sealed record GuideStanding(Guid? OwnerId, bool IsMember, bool IsPublished, Guid? SubmittedById);
