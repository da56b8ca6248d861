namespace CareerPortal.Offers.Doubles;

/// <summary>Offers that are being joined, and what no other may contradict that joins them.</summary>
internal sealed class OfferCluster(ComparedOffer first)
{
    private readonly List<ComparedOffer> _distinct = [first];
    private readonly HashSet<(string, string, ContractKind?)> _seen = [Signature(first)];

    public List<ComparedOffer> Members { get; } = [first];

    /// <summary>Of which somebody said that they are another post than one of the members.</summary>
    public HashSet<long> Others { get; } = [];

    public bool MayJoin(OfferCluster other, bool isSamePost) =>
        !Members.Exists(m => other.Others.Contains(m.Id))
        && !other.Members.Exists(m => Others.Contains(m.Id))
        && _distinct.TrueForAll(own =>
            other._distinct.TrueForAll(theirs => OfferComparison.MayBeOneEmployer(own, theirs) && (!isSamePost || own.IsAt(theirs) != false))
        );

    public void Join(OfferCluster other)
    {
        Members.AddRange(other.Members);
        Others.UnionWith(other.Others);
        _distinct.AddRange(other._distinct.Where(d => _seen.Add(Signature(d))));
    }

    private static (string, string, ContractKind?) Signature(ComparedOffer offer) => (offer.Employer.Key, offer.Places, offer.Contract);
}
