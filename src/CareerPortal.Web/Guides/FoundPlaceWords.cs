using CareerPortal.Finding;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Guides;

/// <summary>What is said of a centre or service that a search found.</summary>
internal static class FoundPlaceWords
{
    public static string AddressOf(FoundPlace place) => Site.Link($"/{(place.Centre is null ? "orientation" : "centres")}/{place.Code}");

    /// <summary>What it is, and in which towns or which region.</summary>
    public static string About(IStringLocalizer<PortalTexts> texts, FoundPlace place)
    {
        var kind = place.Centre is { } centre ? texts[$"CentreKind.{centre}"] : texts[$"GuidanceKind.{place.Service}"];
        string[] where =
            place.Towns.Count > 0 ? [.. place.Towns.Select(Site.Town)]
            : place.Region is { } region ? [texts[$"GuidanceRegion.{region}"]]
            : [];
        return Site.Say(string.Join(" · ", [kind.Value, .. where]));
    }
}
