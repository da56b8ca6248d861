using System.Numerics;

namespace CareerPortal.Offers.Board;

/// <summary>What of a question holds in one segment: the offers that pass everything, and those that pass all but one part.</summary>
internal sealed class OfferMatch(OfferSegment segment, ulong[] open) : IDisposable
{
    private const float OfBestValue = 0.4f;
    private const float OfOtherValue = 0.25f;
    private const float OfPhrase = 1f;

    /// <summary>What stands in the town that was asked for comes before what is near it.</summary>
    private const float InTown = 1000;

    private readonly OfferScratch _scratch = segment.Rent();
    private readonly List<ulong[]> _rented = [];
    private ulong[]? _there;
    private bool _isLifted;

    /// <summary>What is not new to somebody; null where nobody asks.</summary>
    private ulong[]? _old;

    public OfferSegment Segment { get; } = segment;

    public OfferScratch Scratch => _scratch;

    /// <summary>The offers that pass the words and the plain filters, regardless of place and facets.</summary>
    public ulong[] Base { get; private set; } = [];

    public ulong[]? InPlace { get; private set; }

    public bool KnowsDistance { get; private set; }

    public Dictionary<OfferFacet, ulong[]> Chosen { get; } = [];

    /// <summary>What the reader does not want to see; null where all may be shown.</summary>
    public ulong[]? Veiled { get; private set; }

    public void Find(OfferQuestion question, OfferQuery query, AskedPlace? place, OfferLore lore, int today)
    {
        Base = Rent();
        open.CopyTo(Base, 0);
        if (query.Days is { } days)
        {
            OfferBits.KeepFirst(Base, Segment.CountSince(today - Math.Clamp(days, 1, today) + 1));
        }

        if (query.IsPayStated)
        {
            OfferBits.And(Base, Segment.PayStated);
        }

        if (!string.IsNullOrWhiteSpace(query.Occupation))
        {
            var its = Rent(clean: true);
            Segment.AddOccupation(its, query.Occupation.Trim());
            OfferBits.And(Base, its);
        }

        foreach (var (facet, values) in query.Chosen)
        {
            if (values.Count > 0 && Enum.IsDefined(facet))
            {
                Chosen[facet] = WithValues(facet, values, lore);
            }
        }

        if (place is not null)
        {
            Measure(lore.Places, place);
            InPlace = Rent(clean: true);
            AddWithin(InPlace, place, query.Kilometres, lore.Places);
        }

        Ask(question, lore);
        _old = query.Arrived is { } arrived ? OldOf(arrived) : null;
    }

    /// <summary>The highest number among offers; 0 where there are none.</summary>
    public long LastOf(ulong[] offers)
    {
        var last = 0L;
        for (var word = 0; word < offers.Length; word++)
        {
            for (var left = offers[word]; left != 0; left &= left - 1)
            {
                last = Math.Max(last, Segment.Ids[(word << 6) + BitOperations.TrailingZeroCount(left)]);
            }
        }

        return last;
    }

    /// <summary>Puts what the reader does not want to see behind a veil. What was found, and how, is not changed by it.</summary>
    public void Cover(OfferVeil? veil, OfferLore lore)
    {
        if (veil is null or { IsEmpty: true })
        {
            return;
        }

        Veiled = Rent(clean: true);
        _isLifted = veil.IsLifted;
        foreach (var at in veil.Offers.SelectMany(Segment.WithPostOf))
        {
            OfferBits.Set(Veiled, at);
        }

        Segment.AddEmployers(Veiled, [.. veil.Employers.Select(lore.Employers.Find).Where(e => e != OfferTerms.None)]);
        if (veil.Agencies)
        {
            OfferBits.Or(Veiled, WithValues(OfferFacet.EmployerKind, [nameof(EmployerKind.Agency)], lore));
        }
    }

    /// <summary>All that passes, but for one facet's choice, the place, or the veil where that is said.</summary>
    public ulong[] Passing(OfferFacet? without = null, bool withoutPlace = false, bool withoutVeil = false)
    {
        var bits = Rent();
        Base.CopyTo(bits, 0);
        if (InPlace is not null && !withoutPlace)
        {
            OfferBits.And(bits, InPlace);
        }

        foreach (var (facet, its) in Chosen)
        {
            if (facet != without)
            {
                OfferBits.And(bits, its);
            }
        }

        if (_old is not null)
        {
            OfferBits.AndNot(bits, _old);
        }

        if (Veiled is not null && !_isLifted && !withoutVeil)
        {
            OfferBits.AndNot(bits, Veiled);
        }

        return bits;
    }

    /// <summary>Of offers that are one post, the first alone.</summary>
    public ulong[] OncePerGroup(ulong[] offers)
    {
        if (Segment.Groups.Count == 0)
        {
            return offers;
        }

        var bits = Rent();
        offers.CopyTo(bits, 0);
        Segment.Groups.KeepFirst(bits);
        return bits;
    }

    public void Dispose()
    {
        foreach (var bits in _rented)
        {
            _scratch.Free(bits);
        }

        Array.Clear(_scratch.Scores);
        Array.Clear(_scratch.Matched);
        Segment.Return(_scratch);
    }

    private ulong[] Rent(bool clean = false)
    {
        var bits = _scratch.Bits();
        _rented.Add(bits);
        if (clean)
        {
            Array.Clear(bits);
        }

        return bits;
    }

    private ulong[] WithValues(OfferFacet facet, IEnumerable<string> values, OfferLore lore)
    {
        var bits = Rent(clean: true);
        foreach (var value in values)
        {
            if (lore.Values[(int)facet].Find(value) is var number and >= 0 && Segment.ValuesOf(facet).TryGetValue(number, out var set))
            {
                set.AddTo(bits);
            }
        }

        return bits;
    }

    /// <summary>Open offers that somebody was told of, or could have seen before.</summary>
    private ulong[] OldOf(OfferArrival arrived)
    {
        var old = Rent();
        open.CopyTo(old, 0);
        var ids = Segment.Ids;
        for (var word = 0; word < open.Length; word++)
        {
            for (var left = open[word]; left != 0; left &= left - 1)
            {
                var offer = (word << 6) + BitOperations.TrailingZeroCount(left);
                if (ids[offer] > arrived.After && IsNew(offer, arrived))
                {
                    OfferBits.Clear(old, offer);
                }
            }
        }

        return old;
    }

    /// <summary>Whether the post of an offer that came later is new: none of it was told, and none of it has been open since before.</summary>
    private bool IsNew(int offer, OfferArrival arrived)
    {
        var group = Segment.Documents[offer].Group;
        return (group <= arrived.From || group > arrived.After)
            && !(
                OfferBits.Has(Segment.Grouped, offer)
                && Segment.WithGroup(group).Any(same => Segment.Ids[same] <= arrived.After && OfferBits.Has(open, same))
            );
    }

    private void Measure(OfferPlaces places, AskedPlace place)
    {
        var steps = places.StepsFrom(place.Centre);
        var (of, first) = (_scratch.Steps, Segment.FirstPoints);
        for (var offer = 0; offer < of.Length; offer++)
        {
            of[offer] = first[offer] >= 0 ? steps[first[offer]] : ushort.MaxValue;
        }

        foreach (var offer in Segment.WithMorePoints)
        {
            foreach (var point in Segment.PointsOf(offer))
            {
                of[offer] = Math.Min(of[offer], steps[point]);
            }
        }

        KnowsDistance = true;
    }

    /// <summary>The offers of a place, and those no further from it than said.</summary>
    private void AddWithin(Span<ulong> bits, AskedPlace place, int? kilometres, OfferPlaces places)
    {
        var steps = places.StepsFrom(place.Centre);
        var most = kilometres is { } radius ? OfferPlaces.Steps(radius) : -1;
        Span<byte> isIn = stackalloc byte[places.Count + 1];
        for (var point = 0; point < places.Count; point++)
        {
            isIn[point + 1] = steps[point] <= most ? (byte)1 : (byte)0;
        }

        foreach (var point in place.Points)
        {
            isIn[point + 1] = 1;
        }

        var first = Segment.FirstPoints;
        for (var offer = 0; offer < first.Length; offer++)
        {
            bits[offer >> 6] |= (ulong)isIn[first[offer] + 1] << offer;
        }

        foreach (var offer in Segment.WithMorePoints)
        {
            foreach (var point in Segment.PointsOf(offer))
            {
                bits[offer >> 6] |= (ulong)isIn[point + 1] << offer;
            }
        }
    }

    private void Ask(OfferQuestion question, OfferLore lore)
    {
        foreach (var clause in question.Required)
        {
            var bits = Rent(clean: true);
            Answer(clause, bits, lore, scored: true);
            OfferBits.And(Base, bits);
        }

        foreach (var clause in question.Excluded)
        {
            var bits = Rent(clean: true);
            Answer(clause, bits, lore, scored: false);
            OfferBits.AndNot(Base, bits);
        }

        if (question.Concepts.Count > 0)
        {
            foreach (var concept in question.Concepts)
            {
                Score(concept);
            }
        }

        if (question.Place is { } town)
        {
            if (!KnowsDistance)
            {
                Measure(lore.Places, town);
            }

            var near = Rent(clean: true);
            _there = Rent(clean: true);
            AddWithin(near, town, OfferIndex.NearKilometres, lore.Places);
            AddWithin(_there, town, null, lore.Places);
            OfferBits.And(Base, near);
        }
    }

    /// <summary>What is in the town that was asked for comes first.</summary>
    public void PutTownFirst()
    {
        if (_there is not null)
        {
            AddScore(_there, InTown);
        }
    }

    private void Score(AskedConcept concept)
    {
        var (scores, ofWord, matched, touched) = (_scratch.Scores, _scratch.OfWord, _scratch.Matched, _scratch.Touched);
        var count = 0;
        foreach (var term in concept.Terms)
        {
            var postings = Segment.PostingsOf(term.Term);
            var offers = Segment.OffersOf(postings);
            var worth = Segment.WorthOf(postings);
            var unit = term.Worth * concept.Rarity / byte.MaxValue;
            if (term.OnlyAdds)
            {
                for (var i = 0; i < offers.Length; i++)
                {
                    if (ofWord[offers[i]] > 0)
                    {
                        ofWord[offers[i]] += unit * worth[i];
                    }
                }

                continue;
            }

            for (var i = 0; i < offers.Length; i++)
            {
                var score = unit * worth[i];
                ref var best = ref ofWord[offers[i]];
                if (best == 0)
                {
                    touched[count++] = offers[i];
                }

                best = Math.Max(best, score);
            }
        }

        for (var i = 0; i < count; i++)
        {
            var offer = touched[i];
            scores[offer] += ofWord[offer];
            ofWord[offer] = 0;
            matched[offer]++;
        }
    }

    /// <summary>How many offers, not grouped, have so many of the words.</summary>
    public int CountMatched(int least)
    {
        var enough = Rent();
        OfferBits.AtLeast(_scratch.Matched, (byte)least, enough);
        return OfferBits.CountBoth(Base, enough);
    }

    /// <summary>Whether any of some offers has fewer of the words.</summary>
    public bool HasFewer(ulong[] offers, int least)
    {
        for (var word = 0; word < offers.Length; word++)
        {
            for (var left = offers[word]; left != 0; left &= left - 1)
            {
                if (_scratch.Matched[(word << 6) + BitOperations.TrailingZeroCount(left)] < least)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>How many offers of a family, not grouped, have fewer of the words.</summary>
    public int CountKin(int family, int least)
    {
        var count = 0;
        foreach (var offer in Segment.OffersOf(Segment.PostingsOf(family)))
        {
            count += _scratch.Matched[offer] < least && OfferBits.Has(Base, offer) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Counts the families of the offers that have so many of the words, and have them in their titles.</summary>
    public void AddKin(Dictionary<int, int> kin, int least, float worth)
    {
        for (var word = 0; word < Base.Length; word++)
        {
            for (var left = Base[word]; left != 0; left &= left - 1)
            {
                var offer = (word << 6) + BitOperations.TrailingZeroCount(left);
                if (_scratch.Matched[offer] >= least && _scratch.Scores[offer] >= worth && Segment.Documents[offer].Kin is var family and >= 0)
                {
                    kin[family] = kin.GetValueOrDefault(family) + 1;
                }
            }
        }
    }

    /// <summary>Keeps the offers that have so many of the words, and behind them those of a family.</summary>
    public void Keep(int least, int all, List<(int Family, float Worth)> kin)
    {
        var (scores, matched) = (_scratch.Scores, _scratch.Matched);
        var near = Rent(clean: true);
        foreach (var (family, of) in kin)
        {
            var postings = Segment.PostingsOf(family);
            var offers = Segment.OffersOf(postings);
            var worth = Segment.WorthOf(postings);
            for (var i = 0; i < offers.Length; i++)
            {
                if (matched[offers[i]] < least && OfferBits.Has(Base, offers[i]))
                {
                    OfferBits.Set(near, offers[i]);
                    scores[offers[i]] = scores[offers[i]] * of + of * worth[i] / byte.MaxValue;
                }
            }
        }

        var enough = Rent();
        OfferBits.AtLeast(matched, (byte)least, enough);
        OfferBits.Or(near, enough);
        OfferBits.And(Base, near);
        if (least == all)
        {
            return;
        }

        for (var word = 0; word < Base.Length; word++)
        {
            for (var left = Base[word] & enough[word]; left != 0; left &= left - 1)
            {
                var offer = (word << 6) + BitOperations.TrailingZeroCount(left);
                scores[offer] *= matched[offer] / (float)all;
            }
        }
    }

    private void Answer(AskedClause clause, ulong[] bits, OfferLore lore, bool scored)
    {
        if (clause.Facet is { } facet)
        {
            for (var i = 0; i < clause.Values.Count; i++)
            {
                if (
                    lore.Values[(int)facet].Find(clause.Values[i]) is not (var number and >= 0)
                    || !Segment.ValuesOf(facet).TryGetValue(number, out var set)
                )
                {
                    continue;
                }

                set.AddTo(bits);
                if (scored)
                {
                    var its = Rent(clean: true);
                    set.AddTo(its);
                    AddScore(its, i < clause.Best ? OfBestValue : OfOtherValue);
                }
            }
        }

        foreach (var phrase in clause.Phrases)
        {
            AddPhrase(bits, phrase, scored);
        }
    }

    private void AddScore(ulong[] offers, float score)
    {
        for (var word = 0; word < offers.Length; word++)
        {
            for (var left = offers[word]; left != 0; left &= left - 1)
            {
                _scratch.Scores[(word << 6) + BitOperations.TrailingZeroCount(left)] += score;
            }
        }
    }

    /// <summary>Offers in which words follow each other: the rarest of them is looked up, the others read in their place.</summary>
    private void AddPhrase(ulong[] bits, int[] phrase, bool scored)
    {
        OfferPostings? rarest = null;
        foreach (var term in phrase)
        {
            var postings = Segment.PostingsOf(term);
            if (postings.Count > 0 && (rarest is null || postings.Count < rarest.Value.Count))
            {
                rarest = postings;
            }
        }

        if (rarest is null)
        {
            return;
        }

        var offers = Segment.OffersOf(rarest.Value);
        var worth = Segment.WorthOf(rarest.Value);
        for (var i = 0; i < offers.Length; i++)
        {
            if (OfferBits.Has(open, offers[i]) && (phrase.Length == 1 || Holds(Segment.Documents[offers[i]].Tokens, phrase)))
            {
                OfferBits.Set(bits, offers[i]);
                if (scored)
                {
                    _scratch.Scores[offers[i]] += OfPhrase * worth[i] / byte.MaxValue;
                }
            }
        }
    }

    private static bool Holds(int[] tokens, int[] phrase)
    {
        for (var from = 0; from + phrase.Length <= tokens.Length; from++)
        {
            var length = 0;
            while (length < phrase.Length && tokens[from + length] >= 0 && (tokens[from + length] & ~OfferDocument.EmptyWord) == phrase[length])
            {
                length++;
            }

            if (length == phrase.Length)
            {
                return true;
            }
        }

        return false;
    }
}
