namespace CareerPortal.Editing;

/// <summary>Somebody who may be given a guide.</summary>
public sealed record Colleague(Guid Id, string Name);
