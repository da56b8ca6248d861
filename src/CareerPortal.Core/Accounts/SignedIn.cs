namespace CareerPortal.Accounts;

/// <summary>What the store says of somebody signed in.</summary>
public sealed record SignedIn(string Name, AccountRole Role);
