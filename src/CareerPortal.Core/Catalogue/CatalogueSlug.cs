using System.Text.RegularExpressions;

namespace CareerPortal.Catalogue;

/// <summary>Names an occupation in addresses by its title; by its code too where another has the name already.</summary>
internal static partial class CatalogueSlug
{
    /// <summary>A name that is not taken, which is taken with it.</summary>
    public static string For(ListedOccupation occupation, HashSet<string> taken)
    {
        var title = NoLetter().Replace(PlainLetters.Of(occupation.Facts.Masculine).ToLowerInvariant(), "-").Trim('-');
        var code = NoLetter().Replace(occupation.Code.ToLowerInvariant(), "-").Trim('-');
        var room = Slug.MaxLength - code.Length - 1;
        var cut = title.Length > room ? title[..(title.LastIndexOf('-', room) is var at and > 0 ? at : room)] : title;
        var slug = cut.Length > 0 && taken.Add(cut) ? cut : $"{cut}-{code}".Trim('-');
        taken.Add(slug);
        return slug;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoLetter();
}
