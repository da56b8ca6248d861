using System.Collections.Frozen;
using System.Reflection;
using CareerPortal.Guides;

namespace CareerPortal.Web.Guides.Sections;

/// <summary>The sections a guide's page has, in the order of <see cref="GuideSections"/>: the page and its list of contents both follow it.</summary>
internal static class GuideOutline
{
    private static readonly FrozenDictionary<string, (Type Component, ShowsSectionAttribute Shows)> Components = typeof(GuideOutline)
        .Assembly.GetTypes()
        .Select(t => (Component: t, Shows: t.GetCustomAttribute<ShowsSectionAttribute>()))
        .Where(c => c.Shows is not null)
        .ToFrozenDictionary(c => c.Shows!.Id, c => (c.Component, c.Shows!));

    public static IReadOnlyList<PageSection> Of(PublishedGuide guide) =>
        [.. GuideSections.All.Where(s => s.IsFilled(guide.Content) && HasReaders(s, guide)).Select(s => Laid(s.Id, guide.Content))];

    public static string TitleKeyOf(string id, GuideContent content)
    {
        var shows = Components[id].Shows;
        return PayWords.AreWages(content) ? shows.TitleKey : shows.IncomeTitleKey ?? shows.TitleKey;
    }

    private static PageSection Laid(string id, GuideContent content)
    {
        var (component, shows) = Components[id];
        return new PageSection(id, TitleKeyOf(id, content), component, shows.ForEveryLanguage, shows.DependsOnReader);
    }

    /// <summary>A neighbouring occupation is shown once it has a guide; a section that names no other is left out.</summary>
    private static bool HasReaders(ContentSection section, PublishedGuide guide)
    {
        var neighbours = section
            .Parts.SelectMany(p => p.References(guide.Content))
            .Where(r => r.Kind == GuideReferenceKind.Occupation)
            .Select(r => r.Code)
            .ToList();
        return neighbours.Count == 0 || neighbours.Exists(guide.Neighbours.ContainsKey);
    }
}
