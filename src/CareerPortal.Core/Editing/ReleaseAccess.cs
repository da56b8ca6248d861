using CareerPortal.Accounts;

namespace CareerPortal.Editing;

/// <summary>Who may do what with a release: reviewers prepare and publish; nobody agrees to what they put together themselves.</summary>
public static class ReleaseAccess
{
    /// <summary>The least that one has to be to see a release.</summary>
    public const AccountRole See = AccountRole.Author;

    /// <summary>The least that one has to be to change or publish one.</summary>
    public const AccountRole Change = AccountRole.Reviewer;

    /// <summary>Whether somebody is the second person.</summary>
    public static bool MayApprove(AccountRole role, Guid accountId, Release release) =>
        role >= Change && release.CreatedById != accountId && release.Items.TrueForAll(i => i.AddedById != accountId);
}
