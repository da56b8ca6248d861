using CareerPortal.Accounts;
using CareerPortal.Directories;

namespace CareerPortal.Editing;

/// <summary>
/// Who may do what with the directories, said here alone: everybody reads; authors may add sources and centres, which a guide needs while it is
/// written; reviewers add and change all; administrators also delete and merge, which reaches into guides of others.
/// </summary>
public static class DirectoryAccess
{
    public static bool MayAdd(AccountRole role, DirectoryKind kind) =>
        role >= AccountRole.Reviewer || kind is DirectoryKind.Source or DirectoryKind.Centre;

    public static bool MayChange(AccountRole role) => role >= AccountRole.Reviewer;

    public static bool MayDelete(AccountRole role) => role >= AccountRole.Administrator;

    public static bool MayMerge(AccountRole role, DirectoryKind kind) =>
        role >= AccountRole.Administrator && kind is not (DirectoryKind.WageFloor or DirectoryKind.ExchangeRate);
}
