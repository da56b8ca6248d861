using CareerPortal.Editing;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Workspace.Directories;

namespace CareerPortal.Web.Workspace.Keeping;

/// <summary>Where each line of the list leads: to the place where it can be put right.</summary>
internal static class WorkWords
{
    public static string AddressOf(WorkLine line) =>
        line switch
        {
            { Kind: WorkKind.BrokenLink, Link: { } link } => Site.Link(
                $"/espace/annuaires/{DirectoryFields.SlugOf(link.Place.Kind)}/{Uri.EscapeDataString(link.Place.Code)}"
            ),
            { Kind: WorkKind.MissingTranslation } => Site.Link($"/espace/guides/{line.BegunGuideId ?? line.GuideId}/traduire"),
            { Kind: WorkKind.OlderTranslation } => Site.Link($"/espace/guides/{line.GuideId}/traduire"),
            { Kind: WorkKind.NotUseful } => Site.Link($"/espace/a-tenir/avis?guide={line.GuideId}"),
            { Kind: WorkKind.NothingFound, Missed: { } missed } => Site.LinkIn(missed.Language, $"/metiers?q={Uri.EscapeDataString(missed.Words)}"),
            { Section: { } section } => Site.Link($"/espace/guides/{line.GuideId}?section={section}"),
            _ => Site.Link($"/espace/guides/{line.GuideId}"),
        };
}
