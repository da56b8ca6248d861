using CareerPortal.Directories;

namespace CareerPortal.Finding;

/// <summary>Centres and services by the words of their names and by where they are: all words that say something have to be one or the other.</summary>
internal sealed class PlaceIndex
{
    /// <summary>Fewer letters begin too much.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>A town of several names is called by its first, where that is no mere article.</summary>
    private const int ShortestFirstName = 4;

    private const int MostTowns = 3;
    private const int UnfinishedScore = 1;
    private const int NameScore = 1;
    private const int OwnNameScore = 5;

    /// <summary>What stands between names, in the four languages.</summary>
    private static readonly HashSet<string> Between = new(
        "a au aux d das de der des die du en et fur het in l la le les of the und van voor zu".Split(' '),
        StringComparer.Ordinal
    );

    private readonly List<Entry> _entries = [];

    public PlaceIndex(IReadOnlyList<KnownCentre> centres, IReadOnlyList<GuidanceService> services, KnownTowns towns)
    {
        foreach (var centre in centres)
        {
            var found = new FoundPlace(centre.Code, new LocalisedText(centre.Name), centre.Kind, null, null, [centre.Locality], IsNamed: false);
            _entries.Add(new Entry(found, NamesOf([centre.Name]), [(centre.Locality, towns.Of(centre.Locality, centre.Postcode))]));
        }

        foreach (var service in services)
        {
            var found = new FoundPlace(service.Code, service.Name, null, service.Kind, service.Region, [], IsNamed: false);
            var places = service.Offices.Select(o => (o.Locality, towns.Of(o.Locality, o.Postcode))).ToList();
            var names = NamesOf(Languages.All.Select(service.Name.In));

            // A service that names no office works for its region from many places.
            _entries.Add(new Entry(found, names, places.Count > 0 ? places : [("", towns.In(service.Region))]) { IsEverywhere = places.Count == 0 });
        }
    }

    /// <param name="typed">What somebody typed.</param>
    /// <param name="isUnfinished">Whether they may still be typing: then the last word may only begin what it means.</param>
    public IReadOnlyList<FoundPlace> Find(string typed, bool isUnfinished)
    {
        var words = PlainWords.Of(typed);
        if (Array.TrueForAll(words, Between.Contains))
        {
            return [];
        }

        var begins = isUnfinished && words[^1].Length >= ShortestBeginning;
        return
        [
            .. _entries
                .Select((entry, order) => (Match: Match(entry, words, begins), Order: order))
                .Where(f => f.Match.Score > 0)
                .OrderByDescending(f => f.Match.Score)
                .ThenBy(f => f.Order)
                .Select(f => f.Match.Place!),
        ];
    }

    private static List<string[]> NamesOf(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Select(n => PlainWords.Of(n).Where(w => !Between.Contains(w)).ToArray()).Where(n => n.Length > 0)];

    private static (int Score, FoundPlace? Place) Match(Entry entry, string[] words, bool begins)
    {
        var named = new bool[words.Length];
        var nameScore = CoverByName(entry.Names, words, begins, named);
        if (entry.IsEverywhere && nameScore == 0)
        {
            return default;
        }

        var (best, isThere) = (0, false);
        var towns = new List<string>();
        foreach (var (town, phrases) in entry.Towns)
        {
            var covered = (bool[])named.Clone();
            var townScore = CoverByTown(phrases, words, begins, covered);
            if (!IsCovered(words, covered) || nameScore + townScore < Math.Max(best, 1))
            {
                continue;
            }

            if (nameScore + townScore > best)
            {
                (best, isThere) = (nameScore + townScore, townScore > UnfinishedScore);
                towns.Clear();
            }

            if (town.Length > 0)
            {
                towns.Add(town);
            }
        }

        if (best == 0)
        {
            return default;
        }

        // Places all over the country say less than the region.
        IReadOnlyList<string> shown = towns.Count <= MostTowns ? [.. towns.Distinct(StringComparer.Ordinal)] : [];
        return (best, entry.Place with { Towns = shown, IsNamed = isThere || nameScore == OwnNameScore });
    }

    private static bool IsCovered(string[] words, bool[] covered)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!covered[i] && !Between.Contains(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int CoverByName(List<string[]> names, string[] words, bool begins, bool[] covered)
    {
        var score = 0;
        foreach (var name in names)
        {
            for (var i = 0; i < words.Length; i++)
            {
                var isBeginning = begins && i == words.Length - 1;
                if (Array.Exists(name, n => IsSame(n, words[i]) || isBeginning && n.StartsWith(words[i], StringComparison.Ordinal)))
                {
                    covered[i] = true;
                    score = Math.Max(score, IsSame(words[i], name[0]) ? OwnNameScore : NameScore);
                }
            }
        }

        return score;
    }

    /// <summary>Whether two words are the same, one perhaps of many.</summary>
    private static bool IsSame(string word, string other) =>
        word == other || word.Length > ShortestBeginning && other.Length > ShortestBeginning && word.TrimEnd('s', 'x') == other.TrimEnd('s', 'x');

    private static int CoverByTown(IReadOnlyList<TownPhrase> phrases, string[] words, bool begins, bool[] covered)
    {
        var best = 0;
        foreach (var phrase in phrases)
        {
            for (var start = 0; start < words.Length; start++)
            {
                var length = 0;
                while (length < phrase.Words.Length && start + length < words.Length && phrase.Words[length] == words[start + length])
                {
                    length++;
                }

                var isWhole =
                    length == phrase.Words.Length
                    || length > 0 && phrase.Score > KnownTowns.InTheRegion && phrase.Words[0].Length >= ShortestFirstName;
                var isBegun =
                    begins
                    && length < phrase.Words.Length
                    && start + length == words.Length - 1
                    && phrase.Words[length].StartsWith(words[^1], StringComparison.Ordinal);
                if (isWhole || isBegun)
                {
                    covered.AsSpan(start, isBegun ? length + 1 : length).Fill(true);
                    best = Math.Max(best, isWhole ? phrase.Score : UnfinishedScore);
                }
            }
        }

        return best;
    }

    private sealed record Entry(FoundPlace Place, List<string[]> Names, IReadOnlyList<(string Town, IReadOnlyList<TownPhrase> Phrases)> Towns)
    {
        public bool IsEverywhere { get; init; }
    }
}
