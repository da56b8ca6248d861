namespace CareerPortal.Catalogue;

/// <summary>Names an occupation in addresses by its title; by its code too where another has the name already.</summary>
internal static class CatalogueSlug
{
    /// <summary>A name that is not taken, which is taken with it.</summary>
    public static string For(ListedOccupation occupation, HashSet<string> taken)
    {
        var code = Slug.WordsOf(occupation.Code);
        var cut = Slug.WordsOf(occupation.Facts.Masculine, Slug.MaxLength - code.Length - 1);
        var slug = cut.Length > 0 && taken.Add(cut) ? cut : $"{cut}-{code}".Trim('-');
        taken.Add(slug);
        return slug;
    }
}
