using System.Globalization;
using CareerPortal.Guides;

namespace CareerPortal.Web.Offers;

/// <summary>Where it is told how an offer fits.</summary>
internal static class OfferFitPath
{
    public static string Page(long offer) => string.Create(CultureInfo.InvariantCulture, $"/offres/{offer}/correspondance");

    /// <summary>The same as a piece of a page, for the script.</summary>
    public static string Piece(long offer) => Page(offer) + "/extrait";

    /// <summary>The guide of an occupation of the catalogue, whose quiz asks about it alone; null where there is none.</summary>
    public static GuideSummary? GuideOf(GuideCatalogue guides, string? code) =>
        code is null ? null : guides.All.Where(g => g.RomeCode == code).OrderBy(g => g.Slug, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The quiz about an occupation that has a guide, or about all.</summary>
    public static string QuizOf(GuideSummary? guide) => guide is null ? "/quiz/orientation" : $"/quiz/{guide.Slug}";
}
