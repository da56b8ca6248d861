namespace CareerPortal.Offers.Board;

/// <summary>The board at one moment, which whoever holds it can ask again and again.</summary>
public sealed class BoardState(OfferIndex index, DateTime asOfUtc, bool isBehind)
{
    /// <summary>When the store was last heard of.</summary>
    public DateTime AsOfUtc => asOfUtc;

    /// <summary>Whether that is longer ago than it should be: what changed since then is not shown.</summary>
    public bool IsBehind => isBehind;

    /// <summary>What answers a question on a day.</summary>
    public OfferHits Find(OfferQuery query, DateOnly today) => index.Find(query, today);

    /// <summary>What counsellors say that words mean.</summary>
    public IReadOnlyList<AskedSynonym> Synonyms => index.Synonyms;

    /// <summary>The same board with other synonyms, to try them.</summary>
    public BoardState WithSynonyms(IReadOnlyList<AskedSynonym> synonyms) => new(index.WithSynonyms(synonyms), asOfUtc, isBehind);

    /// <summary>How many offers answer a question on a day.</summary>
    public int CountOf(OfferQuery query, DateOnly today) => index.CountOf(query, today);
}
