namespace CareerPortal.Editing;

/// <summary>Who looks after a guide, who writes on it too, and until when it is to be read again; the version is empty where nobody has said yet.</summary>
public sealed record CareSheet(Guid? OwnerId, DateOnly? DueOn, IReadOnlyList<Guid> Members, Guid Version);
