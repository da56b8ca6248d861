namespace CareerPortal.Web.Shell;

/// <summary>What stands under the search box, and how that is said to whoever does not see it.</summary>
internal sealed record SearchHintList(string Said, IReadOnlyList<SearchHint> Items);
