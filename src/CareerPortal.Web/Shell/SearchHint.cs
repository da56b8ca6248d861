namespace CareerPortal.Web.Shell;

/// <summary>
/// One line under the search box: what it is called, where it leads, and in small letters what else is to be said of it; a language is named where
/// it is not the reader's.
/// </summary>
internal sealed record SearchHint(string Name, string Href, string? Lang = null, string? Hint = null, string? Also = null, string? AlsoLang = null);
