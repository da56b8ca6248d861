using CareerPortal.Catalogue;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Quiz;

/// <summary>How occupations of the quiz over all are called and where they are told of: a guide where there is one, the catalogue elsewhere.</summary>
public sealed class SuggestionNames(GuideCatalogue guides, CatalogueView? catalogue)
{
    /// <summary>A name in another language that is less sure than this is none: the French one is shown, and called so.</summary>
    private const double SureName = 0.5;

    private Dictionary<string, int>? _foreign;

    public CatalogueView? Catalogue => catalogue;

    /// <summary>An occupation by its code on the shelf; null where readers cannot see it.</summary>
    public Named? Find(string code)
    {
        if (guides.FindByOccupation(code) is { Withdrawal: null } guide)
        {
            return new Named(guide.Name, Site.Link($"/metiers/{guide.Slug}"), guide, null);
        }

        return catalogue?.Find(code) is { } listed
            ? new Named(NameOf(listed.Facts, Site.Language), Site.Link($"/metiers/{listed.Slug}"), null, listed)
            : null;
    }

    /// <summary>A name in another language that stands for several occupations would call them by one: then each has its French one.</summary>
    private OccupationName NameOf(CatalogueFacts facts, string language) =>
        SureNameOf(facts, language) is { } name && (_foreign ??= Count(catalogue, language)).GetValueOrDefault(name) == 1
            ? new OccupationName(language, name, name)
            : new OccupationName(Languages.Default, facts.Masculine, facts.Feminine);

    private static string? SureNameOf(CatalogueFacts facts, string language) =>
        language == Languages.Default ? null : facts.ForeignNames.FirstOrDefault(n => n.Language == language && n.Confidence >= SureName)?.Text;

    private static Dictionary<string, int> Count(CatalogueView? catalogue, string language) =>
        catalogue
            ?.Occupations.Select(o => SureNameOf(o.Facts, language))
            .OfType<string>()
            .CountBy(name => name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase)
        ?? [];

    /// <summary>An occupation with its name, its address, and what tells of it: a guide or an entry of the catalogue.</summary>
    public sealed record Named(OccupationName Name, string Address, GuideSummary? Guide, ListedEntry? Listed);
}
