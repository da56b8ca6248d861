using CareerPortal.Catalogue;
using CareerPortal.French;

namespace CareerPortal.Cli.Offers;

/// <summary>
/// The names of occupations in two parts: a tenth to ask, the others to learn from. Both genders of a name are in one part, and no name that is
/// learned from equals one that is asked.
/// </summary>
internal sealed class NameSplit
{
    private const string Seed = "offers-1";
    private const int Parts = 10;

    /// <summary>The part that is asked. Parts 1 and 2 are those by which the method was chosen.</summary>
    private const int Asked = 0;

    private NameSplit(CatalogueEdition rest, IReadOnlyList<(string Title, string Code)> questions)
    {
        (Rest, Questions) = (rest, questions);
    }

    /// <summary>The edition without the names that are asked, and without names of other catalogues, which were found by those.</summary>
    public CatalogueEdition Rest { get; }

    /// <summary>Titles, in each gender, and the occupation of ROME 4.0 whose name they are.</summary>
    public IReadOnlyList<(string Title, string Code)> Questions { get; }

    public static NameSplit Of(CatalogueEdition edition)
    {
        List<(string Title, string Code)> questions =
        [
            .. edition.Occupations.SelectMany(o =>
                o.Facts.Names.Where(n => PartOf(n.Code) == Asked)
                    .SelectMany(n => new[] { n.Masculine, n.Feminine }.Distinct(StringComparer.Ordinal))
                    .Select(title => (title, o.Code))
            ),
        ];
        var asked = questions.Select(q => TitleWords.Fold(q.Title)).ToHashSet(StringComparer.Ordinal);
        var rest = edition with
        {
            Occupations =
            [
                .. edition.Occupations.Select(o =>
                    o with
                    {
                        Facts = o.Facts with
                        {
                            ForeignNames = [],
                            Names = [.. o.Facts.Names.Where(n => PartOf(n.Code) != Asked && !IsAsked(n.Masculine) && !IsAsked(n.Feminine))],
                        },
                    }
                ),
            ],
        };
        return new NameSplit(rest, questions);

        bool IsAsked(string title) => asked.Contains(TitleWords.Fold(title));
    }

    /// <summary>In which part a name falls, by its number in ROME: the same on every machine.</summary>
    private static int PartOf(string number)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in $"{Seed}:{number}")
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        hash = unchecked((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL);
        return (int)((hash ^ (hash >> 29)) % Parts);
    }
}
