namespace CareerPortal.Accounts;

/// <summary>What somebody may do in the workspace; each may do all that the ones before may.</summary>
public enum AccountRole
{
    Author,
    Reviewer,
    Administrator,
}
