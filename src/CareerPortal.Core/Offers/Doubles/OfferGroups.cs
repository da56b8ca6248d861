using System.Collections.Frozen;

namespace CareerPortal.Offers.Doubles;

/// <summary>All groups of a set of offers: those of one post, and those of one text for several towns.</summary>
public sealed class OfferGroups
{
    private readonly FrozenDictionary<long, long> _same;
    private readonly FrozenDictionary<long, long> _together;

    internal OfferGroups(IReadOnlyList<OfferGroup> same, IReadOnlyList<OfferGroup> severalPlaces)
    {
        (Same, SeveralPlaces) = (same, severalPlaces);
        _same = FirstOf(same);
        _together = FirstOf(severalPlaces);
    }

    /// <summary>The groups of one post in one town, in the order of their first numbers.</summary>
    public IReadOnlyList<OfferGroup> Same { get; }

    /// <summary>The groups of one text for several towns, doubles among them too, in the order of their first numbers.</summary>
    public IReadOnlyList<OfferGroup> SeveralPlaces { get; }

    /// <summary>The first of the offers that are this same post, which may be itself; null where there is no other.</summary>
    public long? SameAs(long id) => _same.TryGetValue(id, out var first) ? first : null;

    /// <summary>The first of the offers that are this text for any town, which may be itself; null where there is no other town.</summary>
    public long? TogetherWith(long id) => _together.TryGetValue(id, out var first) ? first : null;

    private static FrozenDictionary<long, long> FirstOf(IReadOnlyList<OfferGroup> groups) =>
        groups.SelectMany(g => g.Ids.Select(id => (Id: id, First: g.Ids[0]))).ToFrozenDictionary(g => g.Id, g => g.First);
}
