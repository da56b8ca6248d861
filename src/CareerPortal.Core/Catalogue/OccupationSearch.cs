using System.Runtime.CompilerServices;
using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Catalogue;

/// <summary>
/// The search over guides and catalogue together, in every language of the portal. One index holds the names of all languages; it is built when
/// words are first asked for in a state of the content.
/// </summary>
public sealed class OccupationSearch(IDbContextFactory<PortalDbContext> contexts, GuideLibrary library, CatalogueShelf shelf, PortalWords words)
{
    private const float TitleWorth = 1;
    private const float OtherTitleWorth = 0.88f;

    /// <summary>What was laid out for a state of the guides; it goes with them. The catalogue it stands on is looked at when it is asked for.</summary>
    private readonly ConditionalWeakTable<GuideCatalogue, LaidOut> _laidOut = [];

    public async Task<OccupationResult> SearchAsync(string language, OccupationQuery query, CancellationToken cancellation)
    {
        var list = await ListAsync(language, cancellation);
        var known = query.Chosen.Where(c => list.Knows(c.Key, c.Value)).ToDictionary(c => c.Key, c => list.Written(c.Key, c.Value));
        var texts = string.IsNullOrWhiteSpace(query.Text) ? GuideMatches.None : await library.MatchAsync(language, query.Text, cancellation);
        return list.Search(query with { Chosen = known }, texts);
    }

    /// <summary>All that words find, the nearest first.</summary>
    public async Task<IReadOnlyList<ListedItem>> RankAsync(string language, string text, CancellationToken cancellation)
    {
        var list = await ListAsync(language, cancellation);
        return list.Rank(text, await library.MatchAsync(language, text, cancellation));
    }

    /// <summary>What somebody who is still typing may mean: at most so many, by how names begin.</summary>
    public async Task<IReadOnlyList<FoundOccupation>> SuggestAsync(string language, string typed, int most, CancellationToken cancellation) =>
        (await ListAsync(language, cancellation)).Suggest(typed, most);

    /// <summary>All that readers of a language find.</summary>
    public async Task<OccupationList> ListAsync(string language, CancellationToken cancellation)
    {
        var view = await shelf.CurrentAsync(cancellation);
        var guides = await library.CatalogueAsync(language, cancellation);
        var first = language == Languages.Default ? guides : await library.CatalogueAsync(Languages.Default, cancellation);
        var laidOut = _laidOut.GetValue(first, _ => new LaidOut());
        await laidOut.Gate.WaitAsync(cancellation);
        try
        {
            if (laidOut.View != view)
            {
                (laidOut.View, laidOut.Index) = (view, null);
                laidOut.Lists.Clear();
            }

            if (laidOut.Index is null)
            {
                await LayOutAsync(view, laidOut, cancellation);
            }

            if (!laidOut.Lists.TryGetValue(language, out var list) || list.Guides != guides)
            {
                list = (guides, new OccupationList(laidOut.Index!, laidOut.Prefixes!, laidOut.Codes, guides, view, laidOut.RomeCodes, language));
                laidOut.Lists[language] = list;
            }

            return list.List;
        }
        finally
        {
            laidOut.Gate.Release();
        }
    }

    private static SoughtOccupation Of(IReadOnlyList<GuideSummary> guides)
    {
        var names = new List<SoughtName>();
        foreach (var guide in guides)
        {
            names.Add(new SoughtName(guide.Name.Masculine, guide.Name.Language, TitleWorth));
            names.Add(new SoughtName(guide.Name.Feminine, guide.Name.Language, TitleWorth));
            names.AddRange(guide.AlternativeTitles.Select(t => new SoughtName(t, guide.Name.Language, OtherTitleWorth)));
            names.AddRange(guide.FrenchTitles.Select(t => new SoughtName(t, Languages.Default, OtherTitleWorth)));
        }

        var marks = guides[0].Conditions.Select(SearchMeaning.Mark).Append(SearchMeaning.Mark(guides[0].Studies));
        return new SoughtOccupation([.. names.Distinct()], [], marks.ToDictionary(m => m, _ => 1f));
    }

    private async Task LayOutAsync(CatalogueView view, LaidOut laidOut, CancellationToken cancellation)
    {
        var guides = new List<GuideSummary>();
        foreach (var language in Languages.All)
        {
            guides.AddRange((await library.CatalogueAsync(language, cancellation)).All);
        }

        var byOccupation = guides.GroupBy(g => g.OccupationCode).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var meanings = await context.SearchMeanings.AsNoTracking().OrderBy(m => m.Code).ToListAsync(cancellation);
        var romeCodes = await context
            .Set<Occupation>()
            .Where(o => o.RomeCode != null)
            .Select(o => new { o.Code, Rome = o.RomeCode! })
            .ToListAsync(cancellation);
        laidOut.Codes = [.. byOccupation.Select(g => g.Key)];
        laidOut.RomeCodes = romeCodes.ToDictionary(r => r.Code, r => r.Rome, StringComparer.Ordinal);
        var sought = new Lazy<IReadOnlyList<SoughtOccupation>>(() =>
            [.. byOccupation.Select(g => Of([.. g])), .. view.Occupations.Select(o => SoughtEntries.Of(o.Facts, view.NameOf))]
        );
        laidOut.Prefixes = new Lazy<NamePrefixes>(() => new NamePrefixes(sought.Value));
        laidOut.Index = new Lazy<OccupationIndex>(() => new OccupationIndex(sought.Value, meanings, words));
    }

    private sealed class LaidOut
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public CatalogueView? View { get; set; }

        public Lazy<OccupationIndex>? Index { get; set; }

        public Lazy<NamePrefixes>? Prefixes { get; set; }

        public IReadOnlyList<string> Codes { get; set; } = [];

        public IReadOnlyDictionary<string, string> RomeCodes { get; set; } = new Dictionary<string, string>();

        public Dictionary<string, (GuideCatalogue Guides, OccupationList List)> Lists { get; } = new(StringComparer.Ordinal);
    }
}
