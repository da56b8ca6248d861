namespace CareerPortal.Accounts;

/// <summary>One browser in which somebody is signed in.</summary>
public sealed record OpenSession(Guid Id, DateTime CreatedUtc, DateTime SeenUtc, string? Browser);
