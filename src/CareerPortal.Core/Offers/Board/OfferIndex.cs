using System.Buffers;
using System.Numerics;

namespace CareerPortal.Offers.Board;

/// <summary>
/// All open offers, laid out in memory to be searched. It never changes: what comes later makes another of it, which shares all that stayed, so
/// any number of readers may ask while one writer goes on.
/// </summary>
public sealed class OfferIndex
{
    /// <summary>A town among the words finds what is so near to it too, behind what is there (km).</summary>
    public const int NearKilometres = 10;

    /// <summary>More changes than this are laid out anew together with the rest.</summary>
    private const int MostChanged = 4096;

    /// <summary>Fewer offers than this are hardly any.</summary>
    private const int Few = 5;
    private const int FewWithKin = 10;
    private const float ShareInTitle = 0.4f;
    private const int MostRelaxedWords = 6;
    private const float OfKin = 0.1f;
    private const float OfNear = 0.03f;

    private static readonly int[] Circles = [5, 10, 15, 20, 30, 50, 75, 100];
    private static readonly OfferFacet[] AllFacets = Enum.GetValues<OfferFacet>();

    private readonly OfferLore _lore;
    private readonly OfferSegment _main;
    private readonly OfferSegment _changed;
    private readonly ulong[] _mainOpen;
    private readonly ulong[] _changedOpen;
    private readonly uint _gap;

    /// <summary>How many offers of the larger part that are gone had a word.</summary>
    private readonly Dictionary<int, int> _gone;

    private IReadOnlyDictionary<string, List<(int Occupation, float Worth)>> _meant = new Dictionary<string, List<(int, float)>>();

    private OfferIndex(OfferLore lore, OfferSegment main, ulong[] mainOpen, Dictionary<int, int> gone, OfferSegment changed, long sequence)
    {
        (_lore, _main, _mainOpen, _gone, _changed, Sequence) = (lore, main, mainOpen, gone, changed, sequence);
        _changedOpen = new ulong[changed.Words];
        OfferBits.Fill(_changedOpen, changed.Count);
        _gap = GapOf(main.Count);
        Count = OfferBits.Count(mainOpen) + changed.Count;
    }

    /// <summary>The last change that it knows.</summary>
    public long Sequence { get; }

    /// <summary>How many offers are open.</summary>
    public int Count { get; }

    /// <summary>What counsellors say that words mean, beside what the portal knows.</summary>
    public IReadOnlyList<AskedSynonym> Synonyms { get; private init; } = [];

    public static OfferIndex Build(IEnumerable<OpenOffer> offers, OfferLore lore)
    {
        var analysis = new OfferAnalysis(lore);
        var documents = new Dictionary<long, OfferDocument>();
        var sequence = 0L;
        foreach (var offer in offers)
        {
            documents[offer.Id] = analysis.Read(offer);
            sequence = Math.Max(sequence, offer.Sequence);
        }

        return Of(lore, documents.Values, sequence);
    }

    /// <summary>The same offers, with other synonyms; of those that are said alike the first holds.</summary>
    public OfferIndex WithSynonyms(IReadOnlyList<AskedSynonym> synonyms) =>
        new(_lore, _main, _mainOpen, _gone, _changed, Sequence) { Synonyms = synonyms, _meant = _lore.Meant(synonyms) };

    /// <summary>The same after changes, the last of each offer if it changed more than once.</summary>
    public OfferIndex With(IReadOnlyCollection<OfferChange> changes)
    {
        if (changes.Count == 0)
        {
            return this;
        }

        var last = changes.OrderBy(c => c.Sequence).GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.Last());
        var sequence = Math.Max(Sequence, changes.Max(c => c.Sequence));
        var analysis = new OfferAnalysis(_lore);
        var now = last.Values.Where(c => c.Now is not null).Select(c => analysis.Read(c.Now!)).ToList();
        var open = (ulong[])_mainOpen.Clone();
        var gone = new Dictionary<int, int>(_gone);
        foreach (var id in last.Keys)
        {
            if (_main.Find(id) is { } at)
            {
                Leave(at);
            }
        }

        // Offers that are one post stay together.
        var changed = _changed.Documents.Where(d => !last.ContainsKey(d.Id)).Concat(now).ToList();
        foreach (var at in now.Select(d => d.Group).Distinct().SelectMany(_main.WithGroup))
        {
            if (OfferBits.Has(open, at))
            {
                Leave(at);
                changed.Add(_main.Documents[at]);
            }
        }

        if (changed.Count > Math.Min(MostChanged, Math.Max(1, _main.Count / 4)) || OfferBits.Count(open) < _main.Count / 2)
        {
            var kept = Enumerable.Range(0, _main.Count).Where(i => OfferBits.Has(open, i)).Select(i => _main.Documents[i]);
            return Of(_lore, kept.Concat(changed), sequence).WithSynonyms(Synonyms);
        }

        return new OfferIndex(_lore, _main, open, gone, new OfferSegment(changed, Between), sequence) { Synonyms = Synonyms, _meant = _meant };

        void Leave(int at)
        {
            if (OfferBits.Has(open, at))
            {
                OfferBits.Clear(open, at);
                foreach (var term in _main.Documents[at].Terms)
                {
                    gone[term] = gone.GetValueOrDefault(term) + 1;
                }
            }
        }
    }

    /// <summary>Whether an offer is open.</summary>
    public bool Holds(long id) => _changed.Find(id) is not null || _main.Find(id) is { } at && OfferBits.Has(_mainOpen, at);

    /// <summary>What the board answers on a day, without what the reader does not want to see.</summary>
    public OfferHits Find(OfferQuery query, DateOnly today, OfferVeil? veil = null)
    {
        using var asked = Ask(query, today, veil);
        var (question, place, matches) = (asked.Question, asked.Place, asked.Matches);
        ulong[][] passing = [.. matches.Select(m => m.Passing())];
        var total = matches.Select((m, i) => CountOf(m, passing[i])).Sum();
        return new OfferHits
        {
            Page = PageOf(query, question, matches, passing, total),
            Total = total,
            Facets = FacetsOf(query, matches, passing),
            Wider = place is null ? [] : WiderThan(query.Kilometres ?? 0, matches),
            IsPlaceKnown = string.IsNullOrWhiteSpace(query.Place) ? null : place is not null,
            PlaceName = (place ?? question.Place)?.Name,
            Correction = question.Correction,
            IsLoose = asked.IsLoose && matches.Where((m, i) => m.HasFewer(passing[i], question.Least)).Any(),
            Relaxed = total == 0 ? RelaxedOf(query, today, veil) : [],
            Veiled = matches.All(m => m.Veiled is null) ? 0 : VeiledOf(matches),
            Sequence = Sequence,
            LastArrived = query.Arrived is null ? 0 : matches.Select((m, i) => m.LastOf(passing[i])).Max(),
        };
    }

    /// <summary>How many offers the answer has in all.</summary>
    public int CountOf(OfferQuery query, DateOnly today, OfferVeil? veil = null)
    {
        using var asked = Ask(query, today, veil);
        return asked.Matches.Sum(m => CountOf(m, m.Passing()));
    }

    /// <summary>The occupations that are called so, by the portal or by counsellors, each with how much the name is theirs.</summary>
    internal IReadOnlyList<(int Occupation, float Worth)> Called(string name) =>
        _meant.GetValueOrDefault(name) is not { } meant ? _lore.Called(name)
        : _lore.Called(name) is { Count: > 0 } known ? [.. known, .. meant.Where(m => known.All(k => k.Occupation != m.Occupation))]
        : meant;

    /// <summary>How an employer is written, by its key; null where none is known by it.</summary>
    public string? EmployerOf(string key) => _lore.EmployerNames.GetValueOrDefault(_lore.Employers.Find(key)).Name;

    /// <summary>What somebody who is still typing may mean, with how many offers each would show; at most so many.</summary>
    /// <param name="query">What is asked beside that.</param>
    /// <param name="typed">What has been typed so far.</param>
    /// <param name="occupations">Occupations that may be meant, by their codes, the likeliest first.</param>
    /// <param name="today">The day.</param>
    /// <param name="veil">What the reader does not want to see.</param>
    public IReadOnlyList<OfferHint> Hints(
        OfferQuery query,
        string? typed,
        IEnumerable<(string Name, string Code)> occupations,
        DateOnly today,
        OfferVeil? veil = null
    ) => new OfferHints(_lore, this, today, veil).Find(query, typed, occupations);

    /// <summary>Places that somebody who is still typing may mean, with how many offers each would show; at most so many.</summary>
    public IReadOnlyList<OfferHint> PlaceHints(OfferQuery query, string? typed, DateOnly today, OfferVeil? veil = null) =>
        new OfferHints(_lore, this, today, veil).FindPlaces(query, typed);

    /// <summary>How many of the offers that answer a question have each of some words.</summary>
    internal int[] CountsWithin(OfferQuery query, DateOnly today, OfferVeil? veil, IReadOnlyList<int> terms)
    {
        using var asked = Ask(query, today, veil);
        var counts = new int[terms.Count];
        foreach (var match in asked.Matches)
        {
            var passing = match.Passing();
            for (var i = 0; i < counts.Length; i++)
            {
                foreach (var offer in match.Segment.OffersOf(match.Segment.PostingsOf(terms[i])))
                {
                    counts[i] += OfferBits.Has(passing, offer) ? 1 : 0;
                }
            }
        }

        return counts;
    }

    /// <summary>How many offers each employer has, by its number.</summary>
    internal int[] CountEmployers()
    {
        var counts = new int[_lore.Employers.Count];
        Count(_main, _mainOpen);
        Count(_changed, _changedOpen);
        return counts;

        void Count(OfferSegment segment, ulong[] open)
        {
            for (var offer = 0; offer < segment.Count; offer++)
            {
                // One that came since the numbers were counted is not looked for.
                if (OfferBits.Has(open, offer) && (uint)segment.Documents[offer].Employer < (uint)counts.Length)
                {
                    counts[segment.Documents[offer].Employer]++;
                }
            }
        }
    }

    /// <summary>How many offers have a word of the index.</summary>
    internal int CountOf(int term) => _main.PostingsOf(term).Count - _gone.GetValueOrDefault(term) + _changed.PostingsOf(term).Count;

    internal int CountOf(string word) => _lore.Terms.Find(word) is var term and >= 0 ? CountOf(term) : 0;

    /// <summary>What words that are asked together say: the more, the fewer offers have them.</summary>
    internal float RarityOf(IEnumerable<int> terms)
    {
        var with = Math.Min(Count, terms.Sum(CountOf));
        return MathF.Log(1 + (Count - with + 0.5f) / (with + 0.5f));
    }

    private static OfferIndex Of(OfferLore lore, IEnumerable<OfferDocument> documents, long sequence)
    {
        var main = new OfferSegment(documents, InTurn);
        var open = new ulong[main.Words];
        OfferBits.Fill(open, main.Count);
        return new OfferIndex(lore, main, open, [], new OfferSegment([], InTurn), sequence);
    }

    private static uint GapOf(int count) => uint.MaxValue / ((uint)count + 1);

    private static uint[] InTurn(OfferDocument[] documents)
    {
        var gap = GapOf(documents.Length);
        return [.. Enumerable.Range(0, documents.Length).Select(i => (uint)(documents.Length - i) * gap)];
    }

    /// <summary>Numbers between those of the offers of the larger part that are newer and older.</summary>
    private uint[] Between(OfferDocument[] documents)
    {
        var numbers = new uint[documents.Length];
        var (last, above) = (-1, 0u);
        for (var i = documents.Length - 1; i >= 0; i--)
        {
            var position = Newer(documents[i]);
            above = position == last ? above + 1 : 1;
            last = position;
            numbers[i] = (uint)(_main.Count - position) * _gap + above;
        }

        return numbers;
    }

    private int Newer(OfferDocument document)
    {
        var (low, high) = (0, _main.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var other = _main.Documents[middle];
            var isNewer = other.Day != document.Day ? other.Day > document.Day : other.Id > document.Id;
            (low, high) = isNewer ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Reads a question and holds it against both parts, without what the reader does not want to see.</summary>
    private AskedBoard Ask(OfferQuery query, DateOnly today, OfferVeil? veil)
    {
        var question = new OfferQuestionReader(_lore, this).Read(query.Text);
        var place = string.IsNullOrWhiteSpace(query.Place) ? null : _lore.Places.Find(query.Place);
        OfferMatch[] matches =
        [
            Match(_main, _main.OpenOn(_mainOpen, today.DayNumber), question, query, place, today),
            Match(_changed, _changed.OpenOn(_changedOpen, today.DayNumber), question, query, place, today),
        ];
        var isLoose = Settle(question, matches, isStrict: query.Arrived is not null);
        Array.ForEach(matches, m => m.Cover(veil, _lore));
        return new AskedBoard(question, place, matches, isLoose);
    }

    private OfferMatch Match(OfferSegment segment, ulong[] open, OfferQuestion question, OfferQuery query, AskedPlace? place, DateOnly today)
    {
        var match = new OfferMatch(segment, open);
        match.Find(question, query, place, _lore, today.DayNumber);
        return match;
    }

    /// <summary>
    /// Keeps what has enough of the words. Where hardly anything has, fewer words do, and behind what was found comes the family of most of it.
    /// </summary>
    private bool Settle(OfferQuestion question, OfferMatch[] matches, bool isStrict)
    {
        var all = question.Concepts.Count;
        var isLoose = false;
        if (all > 0)
        {
            var least = question.Least;
            var found = matches.Sum(m => m.CountMatched(least));
            while (
                !isStrict && least > question.LeastOfAll && (all > 2 ? found < Few : found == 0 && question.Concepts.Exists(c => c.Terms.Count == 0))
            )
            {
                least--;
                found = matches.Sum(m => m.CountMatched(least));
                isLoose = true;
            }

            var kin = !isStrict && found is > 0 and < FewWithKin && !question.NamesEmployer ? KinOf(question, matches, least) : OfferTerms.None;
            var wider = kin == OfferTerms.None ? [] : Wider(kin, found + matches.Sum(m => m.CountKin(kin, least)));
            isLoose |= wider.Count > 0;
            foreach (var match in matches)
            {
                match.Keep(least, all, wider);
            }
        }

        foreach (var match in matches)
        {
            match.PutTownFirst();
        }

        return isLoose;
    }

    /// <summary>A family, and where with it too there are few, those that the catalogue calls near, behind it.</summary>
    private List<(int Family, float Worth)> Wider(int kin, int found)
    {
        var wider = new List<(int, float)> { (kin, OfKin) };
        if (found < FewWithKin)
        {
            var near = _lore
                .FamiliesNear(_lore.Terms[kin][OfferAnalysis.FamilyWord.Length..])
                .Select(f => _lore.Terms.Find(OfferAnalysis.FamilyWord + f));
            wider.AddRange(near.Where(t => t != OfferTerms.None).Select((t, rank) => (t, OfNear / (rank + 1))));
        }

        return wider;
    }

    private static int KinOf(OfferQuestion question, OfferMatch[] matches, int least)
    {
        var kin = new Dictionary<int, int>();
        foreach (var match in matches)
        {
            match.AddKin(kin, least, question.Concepts.Sum(c => c.Rarity) * ShareInTitle);
        }

        var all = kin.Values.Sum();
        return kin.Where(k => k.Value * 2 > all).Select(k => k.Key).DefaultIfEmpty(OfferTerms.None).First();
    }

    /// <summary>How many posts the veil takes from the answer, or would if it were not lifted.</summary>
    private static int VeiledOf(OfferMatch[] matches)
    {
        var veiled = 0;
        foreach (var match in matches)
        {
            var all = match.Passing(withoutVeil: true);
            veiled += CountOf(match, all);
            OfferBits.AndNot(all, match.Veiled!);
            veiled -= CountOf(match, all);
        }

        return veiled;
    }

    private static int CountOf(OfferMatch match, ulong[] offers) => OfferBits.Count(match.OncePerGroup(offers));

    private List<OfferHit> PageOf(OfferQuery query, OfferQuestion question, OfferMatch[] matches, ulong[][] passing, int total)
    {
        var size = Math.Clamp(query.PageSize, 1, OfferQuery.MostPageSize);
        var from = (long)(Math.Max(1, query.Page) - 1) * size;
        if (from >= total)
        {
            return [];
        }

        var sort = query.Sort switch
        {
            OfferSort.Relevance when question.IsRanked => OfferSort.Relevance,
            OfferSort.Nearest when matches[0].KnowsDistance => OfferSort.Nearest,
            OfferSort.Pay => OfferSort.Pay,
            _ => OfferSort.Newest,
        };
        if (sort == OfferSort.Newest)
        {
            return [.. NewestOf(matches, passing, (int)from, size).Select(k => HitOf((uint)k, matches))];
        }

        var keys = ArrayPool<ulong>.Shared.Rent(total);
        try
        {
            var count = 0;
            for (var i = 0; i < matches.Length; i++)
            {
                count = AddKeys(keys, count, matches[i], passing[i], sort);
            }

            var page = new List<OfferHit>(size);
            foreach (var key in OfferOrder.Stretch(keys.AsSpan(0, count), (int)from, size))
            {
                page.Add(HitOf((uint)key, matches));
            }

            return page;
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(keys);
        }
    }

    /// <summary>Both parts are in this order already: of the larger one, only what can be on the page is read.</summary>
    private static List<ulong> NewestOf(OfferMatch[] matches, ulong[][] passing, int from, int size)
    {
        var (large, small) = (matches[0].OncePerGroup(passing[0]), matches[1].OncePerGroup(passing[1]));
        var keys = new List<ulong>();
        Add(matches[1].Segment, small, 0, int.MaxValue);
        var start = Math.Max(0, from - keys.Count);
        Add(matches[0].Segment, large, start, from + size - start);
        keys.Sort((a, b) => b.CompareTo(a));
        return keys.GetRange(from - start, Math.Min(size, keys.Count - (from - start)));

        void Add(OfferSegment segment, ulong[] offers, int skipped, int count)
        {
            for (var word = 0; word < offers.Length && count > 0; word++)
            {
                var its = BitOperations.PopCount(offers[word]);
                if (its <= skipped)
                {
                    skipped -= its;
                    continue;
                }

                for (var left = offers[word]; left != 0 && count > 0; left &= left - 1)
                {
                    if (skipped-- > 0)
                    {
                        continue;
                    }

                    keys.Add(segment.Recency[(word << 6) + BitOperations.TrailingZeroCount(left)]);
                    count--;
                }

                skipped = 0;
            }
        }
    }

    private static int AddKeys(ulong[] keys, int count, OfferMatch match, ulong[] passing, OfferSort sort)
    {
        var segment = match.Segment;
        for (var word = 0; word < passing.Length; word++)
        {
            for (var left = passing[word] & ~segment.Grouped[word]; left != 0; left &= left - 1)
            {
                keys[count++] = KeyOf(match, (word << 6) + BitOperations.TrailingZeroCount(left), sort);
            }
        }

        for (var group = 0; group < segment.Groups.Count; group++)
        {
            var best = 0UL;
            foreach (var offer in segment.Groups[group])
            {
                if (OfferBits.Has(passing, offer))
                {
                    best = Math.Max(best, KeyOf(match, offer, sort));
                }
            }

            if (best > 0)
            {
                keys[count++] = best;
            }
        }

        return count;
    }

    private static ulong KeyOf(OfferMatch match, int offer, OfferSort sort)
    {
        var first = sort switch
        {
            OfferSort.Relevance => BitConverter.SingleToUInt32Bits(match.Scratch.Scores[offer]),
            OfferSort.Nearest => (uint)(ushort.MaxValue - match.Scratch.Steps[offer]),
            OfferSort.Pay => match.Segment.Pay[offer],
            _ => 0U,
        };
        return (ulong)first << 32 | match.Segment.Recency[offer];
    }

    private OfferHit HitOf(uint recency, OfferMatch[] matches)
    {
        var isMain = recency % _gap == 0;
        var (match, open) = isMain ? (matches[0], _mainOpen) : (matches[1], _changedOpen);
        var offer = isMain ? _main.Count - (int)(recency / _gap) : Place(_changed.Recency, recency);
        var document = match.Segment.Documents[offer];
        var steps = match.KnowsDistance ? match.Scratch.Steps[offer] : ushort.MaxValue;
        return new OfferHit(
            document.Id,
            steps == ushort.MaxValue ? null : OfferPlaces.Kilometres(steps),
            OfferBits.Has(match.Segment.Grouped, offer)
                ?
                [
                    .. match
                        .Segment.WithGroup(document.Group)
                        .Where(o => o != offer && OfferBits.Has(open, o))
                        .Select(o => match.Segment.Documents[o].Id)
                        .Order(),
                ]
                : []
        )
        {
            IsVeiled = match.Veiled is { } veiled && OfferBits.Has(veiled, offer),
        };
    }

    private static int Place(uint[] descending, uint number)
    {
        var (low, high) = (0, descending.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = descending[middle] > number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private Dictionary<OfferFacet, IReadOnlyList<FacetCount>> FacetsOf(OfferQuery query, OfferMatch[] matches, ulong[][] passing)
    {
        var counts = AllFacets.Select(f => new int[_lore.Values[(int)f].Count]).ToArray();
        for (var i = 0; i < matches.Length; i++)
        {
            var chosen = matches[i].Chosen;
            OfferFacetCounts.Add(matches[i].Segment, passing[i], [.. AllFacets.Where(f => !chosen.ContainsKey(f))], counts);
            foreach (var facet in chosen.Keys)
            {
                OfferFacetCounts.Add(matches[i].Segment, matches[i].Passing(without: facet), [facet], counts);
            }
        }

        var facets = new Dictionary<OfferFacet, IReadOnlyList<FacetCount>>(AllFacets.Length);
        foreach (var facet in AllFacets)
        {
            var values = _lore.Values[(int)facet];
            var its = query.Chosen.GetValueOrDefault(facet) ?? [];
            var found = new List<FacetCount>();
            for (var number = 0; number < counts[(int)facet].Length; number++)
            {
                if (counts[(int)facet][number] is var count and > 0)
                {
                    found.Add(new FacetCount(values[number], count, its.Contains(values[number])));
                }
            }

            foreach (var value in its.Distinct(StringComparer.Ordinal))
            {
                if (!found.Exists(f => f.Value == value))
                {
                    found.Add(new FacetCount(value, 0, IsChosen: true));
                }
            }

            found.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Value, b.Value));
            facets[facet] = found;
        }

        return facets;
    }

    /// <summary>How many there are in each wider circle, with all else as asked.</summary>
    private static List<(int Kilometres, int Count)> WiderThan(int kilometres, OfferMatch[] matches)
    {
        var wider = Circles.Where(c => c > kilometres).ToList();
        var counts = new int[wider.Count + 1];
        var circles = new byte[OfferPlaces.Steps(Circles[^1]) + 2];
        for (var steps = 0; steps < circles.Length; steps++)
        {
            circles[steps] = (byte)wider.Count(c => steps > OfferPlaces.Steps(c));
        }

        foreach (var match in matches)
        {
            var (segment, steps, inPlace) = (match.Segment, match.Scratch.Steps, match.InPlace!);
            var offers = match.Passing(withoutPlace: true);
            for (var word = 0; word < offers.Length; word++)
            {
                for (var left = offers[word] & ~segment.Grouped[word]; left != 0; left &= left - 1)
                {
                    counts[Circle((word << 6) + BitOperations.TrailingZeroCount(left))]++;
                }
            }

            for (var group = 0; group < segment.Groups.Count; group++)
            {
                var nearest = int.MaxValue;
                foreach (var offer in segment.Groups[group])
                {
                    nearest = OfferBits.Has(offers, offer) ? Math.Min(nearest, Circle(offer)) : nearest;
                }

                if (nearest < int.MaxValue)
                {
                    counts[nearest]++;
                }
            }

            int Circle(int offer) => OfferBits.Has(inPlace, offer) ? 0 : circles[Math.Min(steps[offer], circles.Length - 1)];
        }

        var sum = 0;
        var found = new List<(int, int)>(wider.Count);
        for (var i = 0; i < wider.Count; i++)
        {
            found.Add((wider[i], sum += counts[i]));
        }

        return found;
    }

    private List<RelaxedFilter> RelaxedOf(OfferQuery query, DateOnly today, OfferVeil? veil)
    {
        var found = new List<RelaxedFilter>();
        string[] words = query.Text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        for (var i = 0; i < words.Length && words.Length is > 1 and <= MostRelaxedWords; i++)
        {
            Add("Word", words[i], query with { Text = string.Join(' ', words.Where((_, at) => at != i)) }, words[i]);
        }

        if (found.Count == 0)
        {
            Add(nameof(OfferQuery.Text), query.Text, query with { Text = null });
        }

        Add(nameof(OfferQuery.Place), query.Place, query with { Place = null, Kilometres = null });
        Add(nameof(OfferQuery.Occupation), query.Occupation, query with { Occupation = null });
        Add(nameof(OfferQuery.Days), query.Days, query with { Days = null });
        Add("Pay", query.IsPayStated ? "" : null, query with { IsPayStated = false });
        foreach (var (facet, values) in query.Chosen)
        {
            if (values.Count > 0)
            {
                Add(facet.ToString(), values, query with { Chosen = query.Chosen.Where(c => c.Key != facet).ToDictionary() });
            }
        }

        found.Sort((a, b) => b.Count.CompareTo(a.Count));
        return found;

        void Add(string filter, object? set, OfferQuery without, string? word = null)
        {
            without = without with { Page = 1 };
            if (set is not null && CountOf(without, today, veil) is var count and > 0)
            {
                found.Add(new RelaxedFilter(filter, without, count, word));
            }
        }
    }

    /// <summary>A question that both parts were asked; what they lent is given back when it is disposed.</summary>
    private sealed record AskedBoard(OfferQuestion Question, AskedPlace? Place, OfferMatch[] Matches, bool IsLoose) : IDisposable
    {
        public void Dispose() => Array.ForEach(Matches, m => m.Dispose());
    }
}
