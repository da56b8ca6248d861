using CareerPortal.Directories;
using CareerPortal.Search;

namespace CareerPortal.Guides;

/// <summary>
/// The passages of a guide that are searched: all it says about its own occupation, without what it says about the neighbouring ones.
/// </summary>
public static class GuidePassages
{
    /// <summary>The passages of a guide in its language, facts first; <paramref name="platforms"/> are the names of platforms by their codes.</summary>
    public static IReadOnlyList<SearchPassage> Of(GuideContent content, string language, IReadOnlyDictionary<string, string> platforms) =>
        [
            .. GuideSections.Searched.SelectMany(p => p.Facts(content, platforms)).Select(t => new SearchPassage(SearchField.Fact, t, language)),
            .. GuideSections.Searched.SelectMany(p => p.Texts(content)).Select(t => new SearchPassage(SearchField.Text, Prose.Plain(t), language)),
        ];

    /// <summary>A platform's name, with its address where people may know it by that one: « Amazon Mechanical Turk (mturk.com) ».</summary>
    public static string NameOf(WorkPlatform platform)
    {
        var site = WebAddress.SiteOf(platform.Website) ?? platform.Name;
        return site.StartsWith(platform.Name, StringComparison.OrdinalIgnoreCase) ? platform.Name : $"{platform.Name} ({site})";
    }
}
