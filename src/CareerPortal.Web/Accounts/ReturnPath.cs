using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Accounts;

/// <summary>Where somebody wanted to go who had to sign in first: a path of this site, or the workspace.</summary>
internal static class ReturnPath
{
    public const string Key = "retour";

    private const int Longest = 500;

    public static string Read(string? asked) =>
        asked is ['/', ..] and { Length: <= Longest }
        && !(asked.Length > 1 && asked[1] is '/' or '\\')
        && !asked.Any(c => char.IsControl(c) || c == '\\')
        && Uri.TryCreate(new Uri("http://here"), asked, out var address)
        && address.Authority == "here"
            ? address.PathAndQuery
            : Site.Link("/espace");

    /// <summary>An address with the way back behind it.</summary>
    public static string On(string path, string? asked) =>
        asked is null ? Site.Link(path) : $"{Site.Link(path)}?{Key}={Uri.EscapeDataString(Read(asked))}";
}
