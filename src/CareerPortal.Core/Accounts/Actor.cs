namespace CareerPortal.Accounts;

/// <summary>Who does something in the workspace, as the sign-in said: what each write asks of the store anew (<see cref="AccountGate"/>).</summary>
/// <param name="AccountId">The account.</param>
/// <param name="SessionId">The browser it is signed in with.</param>
/// <param name="SecurityStamp">The stamp that the account had then.</param>
public sealed record Actor(Guid AccountId, Guid SessionId, string SecurityStamp);
