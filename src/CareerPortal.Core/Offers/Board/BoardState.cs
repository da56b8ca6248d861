namespace CareerPortal.Offers.Board;

/// <summary>The board at one moment, which whoever holds it can ask again and again.</summary>
public sealed class BoardState(OfferIndex index, DateTime asOfUtc, bool isBehind)
{
    /// <summary>When the store was last heard of.</summary>
    public DateTime AsOfUtc => asOfUtc;

    /// <summary>Whether that is longer ago than it should be: what changed since then is not shown.</summary>
    public bool IsBehind => isBehind;

    /// <summary>What answers a question on a day, without what the reader does not want to see.</summary>
    public OfferHits Find(OfferQuery query, DateOnly today, OfferVeil? veil = null) => index.Find(query, today, veil);

    /// <summary>What counsellors say that words mean.</summary>
    public IReadOnlyList<AskedSynonym> Synonyms => index.Synonyms;

    /// <summary>The same board with other synonyms, to try them.</summary>
    public BoardState WithSynonyms(IReadOnlyList<AskedSynonym> synonyms) => new(index.WithSynonyms(synonyms), asOfUtc, isBehind);

    /// <summary>How many offers answer a question on a day, without what the reader does not want to see.</summary>
    public int CountOf(OfferQuery query, DateOnly today, OfferVeil? veil = null) => index.CountOf(query, today, veil);

    /// <summary>What somebody who is still typing words may mean.</summary>
    public IReadOnlyList<OfferHint> Hints(
        OfferQuery query,
        string? typed,
        IEnumerable<(string Name, string Code)> occupations,
        DateOnly today,
        OfferVeil? veil = null
    ) => index.Hints(query, typed, occupations, today, veil);

    /// <summary>Which place somebody who is still typing may mean.</summary>
    public IReadOnlyList<OfferHint> PlaceHints(OfferQuery query, string? typed, DateOnly today, OfferVeil? veil = null) =>
        index.PlaceHints(query, typed, today, veil);

    /// <summary>Whether an offer is open.</summary>
    public bool Holds(long offer) => index.Holds(offer);

    /// <summary>How an employer is written, by its key; null where none of its offers has been seen open lately.</summary>
    public string? EmployerOf(string key) => index.EmployerOf(key);
}
