namespace CareerPortal.Editing;

/// <summary>A release as lists show it.</summary>
public sealed record ReleaseLine(int Id, string Name, ReleaseState State, DateTime? PublishAtUtc, DateTime? PublishedUtc, int Items);
