using System.Collections.Concurrent;

namespace CareerPortal.Offers.Board;

/// <summary>Offers laid out to be searched, the newest first. It never changes; which of them are still open, the index knows.</summary>
internal sealed class OfferSegment
{
    private static readonly int Endless = DateOnly.MaxValue.DayNumber;

    private readonly Dictionary<int, OfferPostings> _terms;
    private readonly int[] _offers;
    private readonly byte[] _worth;
    private readonly Dictionary<int, OfferValueSet>[] _values;
    private readonly int[] _valueStarts;
    private readonly int[] _valuesOf;
    private readonly int[] _pointStarts;
    private readonly short[] _pointsOf;
    private readonly List<(string? Occupation, string? Family, OfferValueSet Offers)> _occupations;
    private readonly ConcurrentBag<OfferScratch> _scratch = [];
    private readonly Dictionary<long, int> _byId;
    private readonly ILookup<long, int> _byGroup;
    private readonly int[] _byLastDay;

    public OfferSegment(IEnumerable<OfferDocument> documents, Func<OfferDocument[], uint[]> recency)
    {
        Documents = [.. documents];
        Array.Sort(Documents, (a, b) => a.Day != b.Day ? b.Day.CompareTo(a.Day) : b.Id.CompareTo(a.Id));
        Recency = recency(Documents);
        Ids = [.. Documents.Select(d => d.Id)];
        _byLastDay = [.. Enumerable.Range(0, Documents.Length).Where(i => Documents[i].LastDay < Endless).OrderBy(i => Documents[i].LastDay)];
        (_terms, _offers, _worth) = Invert(Documents);
        (_valueStarts, _valuesOf) = Flat(Documents, d => d.Values);
        (_pointStarts, _pointsOf) = Flat(Documents, d => d.Points);
        _values = Sets(Documents);
        _occupations =
        [
            .. Enumerable
                .Range(0, Documents.Length)
                .GroupBy(i => (Documents[i].Occupation, Documents[i].Family))
                .Where(g => g.Key.Occupation is not null || g.Key.Family is not null)
                .Select(g => (g.Key.Occupation, g.Key.Family, OfferValueSet.Of(g.ToArray(), Documents.Length))),
        ];
        (Grouped, Groups) = GroupsOf(Documents);
        _byId = Enumerable.Range(0, Count).ToDictionary(i => Documents[i].Id);
        _byGroup = Enumerable.Range(0, Count).Where(i => Documents[i].Group != Documents[i].Id).ToLookup(i => Documents[i].Group);
        FirstPoints = [.. Documents.Select(d => d.Points.Length > 0 ? d.Points[0] : (short)OfferPlaces.Unknown)];
        WithMorePoints = [.. Enumerable.Range(0, Count).Where(i => Documents[i].Points.Length > 1)];
        Pay = [.. Documents.Select(d => d.Pay)];
        PayStated = new ulong[Words];
        for (var i = 0; i < Documents.Length; i++)
        {
            if (Documents[i].Pay > 0)
            {
                OfferBits.Set(PayStated, i);
            }
        }
    }

    public OfferDocument[] Documents { get; }

    /// <summary>The number of each offer, side by side.</summary>
    public long[] Ids { get; }

    public int Count => Documents.Length;

    public int Words => OfferBits.WordsFor(Documents.Length);

    /// <summary>Which comes first where nothing else decides: no two in an index have the same.</summary>
    public uint[] Recency { get; }

    /// <summary>Offers that are not alone, and who is with whom.</summary>
    public ulong[] Grouped { get; }

    public OfferGroups Groups { get; }

    public uint[] Pay { get; }

    public ulong[] PayStated { get; }

    /// <summary>The first point of each offer; -1 where it has none.</summary>
    public short[] FirstPoints { get; }

    public int[] WithMorePoints { get; }

    /// <summary>Those of the open ones that can still be answered on a day: the store closes what has ended a little later.</summary>
    public ulong[] OpenOn(ulong[] open, int day)
    {
        if (_byLastDay.Length == 0 || Documents[_byLastDay[0]].LastDay >= day)
        {
            return open;
        }

        var left = (ulong[])open.Clone();
        foreach (var ended in _byLastDay.TakeWhile(i => Documents[i].LastDay < day))
        {
            OfferBits.Clear(left, ended);
        }

        return left;
    }

    public int? Find(long id) => _byId.TryGetValue(id, out var at) ? at : null;

    /// <summary>All offers that are one post.</summary>
    public IEnumerable<int> WithGroup(long group) =>
        Find(group) is { } first && Documents[first].Group == group ? _byGroup[group].Prepend(first) : _byGroup[group];

    /// <summary>All offers that are the same post as one: by its own number, or by the one that it gave them.</summary>
    public IEnumerable<int> WithPostOf(long id) => Find(id) is { } at ? WithGroup(Documents[at].Group).Append(at) : _byGroup[id];

    /// <summary>The offers of some employers.</summary>
    public void AddEmployers(Span<ulong> bits, ReadOnlySpan<int> employers)
    {
        for (var offer = 0; employers.Length > 0 && offer < Documents.Length; offer++)
        {
            if (employers.Contains(Documents[offer].Employer))
            {
                OfferBits.Set(bits, offer);
            }
        }
    }

    public OfferPostings PostingsOf(int term) => _terms.GetValueOrDefault(term);

    public ReadOnlySpan<int> OffersOf(OfferPostings postings) => _offers.AsSpan(postings.Start, postings.Count);

    public ReadOnlySpan<byte> WorthOf(OfferPostings postings) => _worth.AsSpan(postings.Start, postings.Count);

    public IReadOnlyDictionary<int, OfferValueSet> ValuesOf(OfferFacet facet) => _values[(int)facet];

    public ReadOnlySpan<int> ValuesOf(int offer) => _valuesOf.AsSpan(_valueStarts[offer].._valueStarts[offer + 1]);

    public ReadOnlySpan<short> PointsOf(int offer) => _pointsOf.AsSpan(_pointStarts[offer].._pointStarts[offer + 1]);

    /// <summary>The offers of an occupation or a group of them, by the beginning of either code.</summary>
    public void AddOccupation(Span<ulong> bits, string code)
    {
        foreach (var (occupation, family, offers) in _occupations)
        {
            if (
                occupation?.StartsWith(code, StringComparison.OrdinalIgnoreCase) == true
                || family?.StartsWith(code, StringComparison.OrdinalIgnoreCase) == true
            )
            {
                offers.AddTo(bits);
            }
        }
    }

    /// <summary>How many of the first were published on a day or later.</summary>
    public int CountSince(int day)
    {
        var (low, high) = (0, Documents.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Documents[middle].Day >= day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public OfferScratch Rent() => _scratch.TryTake(out var scratch) ? scratch : new OfferScratch(Count);

    public void Return(OfferScratch scratch) => _scratch.Add(scratch);

    private static (Dictionary<int, OfferPostings> Terms, int[] Offers, byte[] Worth) Invert(OfferDocument[] documents)
    {
        var highest = documents.SelectMany(d => d.Terms).DefaultIfEmpty(0).Max();
        var next = new int[highest + 2];
        foreach (var document in documents)
        {
            foreach (var term in document.Terms)
            {
                next[term + 1]++;
            }
        }

        var terms = new Dictionary<int, OfferPostings>();
        for (var term = 0; term <= highest; term++)
        {
            var count = next[term + 1];
            next[term + 1] += next[term];
            if (count > 0)
            {
                terms[term] = new OfferPostings(next[term], count);
            }
        }

        var offers = new int[next[^1]];
        var worth = new byte[offers.Length];
        for (var i = 0; i < documents.Length; i++)
        {
            for (var j = 0; j < documents[i].Terms.Length; j++)
            {
                var at = next[documents[i].Terms[j]]++;
                (offers[at], worth[at]) = (i, documents[i].Worth[j]);
            }
        }

        return (terms, offers, worth);
    }

    private static (int[] Starts, T[] All) Flat<T>(OfferDocument[] documents, Func<OfferDocument, T[]> of)
    {
        var starts = new int[documents.Length + 1];
        for (var i = 0; i < documents.Length; i++)
        {
            starts[i + 1] = starts[i] + of(documents[i]).Length;
        }

        var all = new T[starts[^1]];
        for (var i = 0; i < documents.Length; i++)
        {
            of(documents[i]).CopyTo(all, starts[i]);
        }

        return (starts, all);
    }

    private static Dictionary<int, OfferValueSet>[] Sets(OfferDocument[] documents)
    {
        var lists = new Dictionary<int, List<int>>();
        for (var i = 0; i < documents.Length; i++)
        {
            foreach (var value in documents[i].Values)
            {
                if (!lists.TryGetValue(value, out var list))
                {
                    lists[value] = list = [];
                }

                list.Add(i);
            }
        }

        return
        [
            .. Enum.GetValues<OfferFacet>()
                .Select(facet =>
                    lists
                        .Where(l => l.Key >> OfferDocument.FacetShift == (int)facet)
                        .ToDictionary(
                            l => l.Key & OfferDocument.ValueMask,
                            l => OfferValueSet.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l.Value), documents.Length)
                        )
                ),
        ];
    }

    private static (ulong[] Grouped, OfferGroups Groups) GroupsOf(OfferDocument[] documents)
    {
        var groups = Enumerable
            .Range(0, documents.Length)
            .GroupBy(i => documents[i].Group)
            .Where(g => g.Skip(1).Any())
            .Select(g => g.ToArray())
            .ToArray();
        var grouped = new ulong[OfferBits.WordsFor(documents.Length)];
        foreach (var offer in groups.SelectMany(g => g))
        {
            OfferBits.Set(grouped, offer);
        }

        return (grouped, new OfferGroups(groups));
    }
}
