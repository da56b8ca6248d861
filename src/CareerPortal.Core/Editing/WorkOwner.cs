namespace CareerPortal.Editing;

/// <summary>Somebody who looks after guides.</summary>
public sealed record WorkOwner(Guid Id, string Name);
