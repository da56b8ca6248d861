using System.Collections.Frozen;

namespace CareerPortal.Catalogue;

/// <summary>One state of the catalogue, with what looks things up in it.</summary>
public sealed class CatalogueView
{
    private const int MostSteps = 20;
    private const int NoPlace = 3;

    private readonly FrozenDictionary<string, ListedEntry> _byCode;
    private readonly FrozenDictionary<string, ListedEntry> _bySlug;
    private readonly FrozenDictionary<(TermKind, string), CatalogueTerm> _terms;
    private readonly FrozenDictionary<string, CatalogueCode> _gone;
    private readonly ILookup<string, CatalogueCode> _goneBySlug;
    private readonly ILookup<string, ListedEntry> _byParent;
    private readonly ILookup<string, ShortageListing> _shortages;

    internal CatalogueView(
        IReadOnlyList<ListedEntry> occupations,
        IReadOnlyList<CatalogueTerm> terms,
        IReadOnlyList<CatalogueCode> codes,
        IReadOnlyList<CatalogueSource> sources,
        IReadOnlyList<ShortageListing> shortages
    )
    {
        Occupations = occupations;
        Terms = terms;
        Sources = sources;
        _byCode = occupations.ToFrozenDictionary(o => o.Code, StringComparer.Ordinal);
        _bySlug = occupations.ToFrozenDictionary(o => o.Slug, StringComparer.Ordinal);
        _byParent = occupations.ToLookup(o => o.Facts.Parent, StringComparer.Ordinal);
        _terms = terms.ToFrozenDictionary(t => (t.Kind, t.Code));
        _gone = codes.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
        _goneBySlug = codes.Where(c => c.Slug is not null).ToLookup(c => c.Slug!, StringComparer.Ordinal);
        _shortages = shortages.ToLookup(s => s.OccupationCode!, StringComparer.Ordinal);
    }

    /// <summary>All that are listed, in the order of their codes.</summary>
    public IReadOnlyList<ListedEntry> Occupations { get; }

    public IReadOnlyList<CatalogueTerm> Terms { get; }

    public IReadOnlyList<CatalogueSource> Sources { get; }

    public ListedEntry? Find(string code) => _byCode.GetValueOrDefault(code);

    public ListedEntry? FindBySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>
    /// Those whose code begins with what was typed, or one of whose names holds each of its words, in the order of their codes; those whose own
    /// title holds them come first. All where nothing was typed.
    /// </summary>
    public IReadOnlyList<ListedEntry> Named(string? typed)
    {
        var words = Folded(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? Occupations
            :
            [
                .. Occupations
                    .Select(o => (Occupation: o, Place: PlaceOf(o, words)))
                    .Where(f => f.Place < NoPlace)
                    .OrderBy(f => f.Place)
                    .Select(f => f.Occupation),
            ];
    }

    private static int PlaceOf(ListedEntry occupation, string[] words)
    {
        var facts = occupation.Facts;
        return words is [var code] && occupation.Code.StartsWith(code, StringComparison.OrdinalIgnoreCase) ? 0
            : Holds(facts.Masculine, words, whole: true) || Holds(facts.Feminine, words, whole: true) ? 0
            : Holds(facts.Masculine, words) || Holds(facts.Feminine, words) ? 1
            : facts.Names.Any(n => Holds(n.Masculine, words) || Holds(n.Feminine, words)) ? 2
            : NoPlace;
    }

    private static bool Holds(string name, string[] words, bool whole = false)
    {
        var folded = Folded(name);
        return whole
            ? folded == string.Join(' ', words)
            : Array.TrueForAll(words, w => folded.StartsWith(w, StringComparison.Ordinal) || folded.Contains($" {w}", StringComparison.Ordinal));
    }

    /// <summary>Words in small plain letters, with a space between two and nothing else.</summary>
    private static string Folded(string text) =>
        string.Join(
            ' ',
            PlainLetters.Of(text).ToLowerInvariant().Split([' ', '\'', '’', '-', '/', ',', '.', '(', ')', '·'], StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>What a code is called; the code itself where no name is known.</summary>
    public LocalisedText NameOf(TermKind kind, string code) => _terms.GetValueOrDefault((kind, code))?.Label ?? new LocalisedText(code);

    public CatalogueTerm? FindTerm(TermKind kind, string code) => _terms.GetValueOrDefault((kind, code));

    /// <summary>The occupations that came from the same one of ROME 3, itself among them.</summary>
    public IEnumerable<ListedEntry> FamilyOf(ListedEntry occupation) => _byParent[occupation.Facts.Parent];

    /// <summary>The lines of the regions' lists that were matched with an occupation.</summary>
    public IEnumerable<ShortageListing> ShortagesOf(string code) => _shortages[code];

    /// <summary>
    /// Where an address that an occupation once had leads now: the occupation that replaces it, through as many editions as it takes; null where
    /// nothing replaces it, or where no occupation ever had the address.
    /// </summary>
    public ListedEntry? LeadOn(string slug) => _goneBySlug[slug].Select(c => HeirOf(c.Code)).FirstOrDefault(heir => heir is not null);

    /// <summary>Whether an occupation that is listed no longer had this address.</summary>
    public bool IsGone(string slug) => _goneBySlug.Contains(slug);

    /// <summary>The occupation that a code stands for now: its own, or the one that replaces it.</summary>
    public ListedEntry? HeirOf(string code)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (Find(code) is { } listed)
            {
                return listed;
            }

            if (_gone.GetValueOrDefault(code)?.ReplacedBy is not { } next)
            {
                return null;
            }

            code = next;
        }

        return null;
    }
}
