namespace CareerPortal.Editing;

/// <summary>Somebody who has a draft open now, once a tab.</summary>
public sealed record PresentPerson(Guid AccountId, string Name, Guid TabId, string? Section, DateTime SeenUtc);
