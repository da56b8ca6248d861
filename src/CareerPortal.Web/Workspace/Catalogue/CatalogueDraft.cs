using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Guides;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Web.Catalogue;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Workspace.Catalogue;

/// <summary>The facts of the catalogue as the first words of a guide, in French as the guide is; each says where it is from.</summary>
internal static class CatalogueDraft
{
    private const int NamesSaid = 10;

    public static GuideContent Of(CatalogueView view, ListedEntry occupation, IStringLocalizer<PortalTexts> T, QualityCatalogue qualities)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-BE");
            return InFrench(view, occupation, T, qualities);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static GuideContent InFrench(CatalogueView view, ListedEntry occupation, IStringLocalizer<PortalTexts> T, QualityCatalogue qualities)
    {
        var facts = occupation.Facts;
        var family = T[
            "CatalogueDesk.DraftFamily",
            occupation.Code,
            CatalogueWords.Say(view.NameOf(TermKind.Family, facts.Parent)),
            CatalogueWords.Say(view.NameOf(TermKind.Domain, facts.Domain))
        ];
        var names = facts.Names.Where(n => !n.Rare).Take(NamesSaid).Select(n => n.Masculine).ToList();
        var contexts = CatalogueWords
            .ContextsOf(view, facts)
            .Select(c =>
                T["CatalogueDesk.DraftContext", T[$"ContextGroup.{c.Group}"].Value, string.Join(", ", c.Labels.Select(CatalogueWords.Say))].Value
            );
        return new GuideContent
        {
            Summary = "",
            Introduction =
            [
                family.Value,
                .. names.Count == 0 ? [] : new[] { T["CatalogueDesk.DraftNames", string.Join(", ", names)].Value },
                .. contexts,
            ],
            Qualities =
            [
                .. facts
                    .Levels.Where(l => qualities.Find(l.QualityId) is not null)
                    .Select(l => new QualityNote(
                        l.QualityId,
                        Site.Say(T["CatalogueDesk.DraftQuality", l.Level, T[$"OccupationPage.From.{l.Origin}"].Value])
                    )),
            ],
        };
    }
}
