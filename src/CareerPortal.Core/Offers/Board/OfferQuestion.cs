// What was typed, as the board reads it.
namespace CareerPortal.Offers.Board;

/// <summary>The words of a question of which most are wanted, and what must or must not hold besides.</summary>
internal sealed class OfferQuestion
{
    /// <summary>Of five words and more, this share is enough.</summary>
    private const double ShareOfMany = 0.75;
    private const int FewWords = 2;
    private const int SomeWords = 4;

    public List<AskedConcept> Concepts { get; } = [];

    public List<AskedClause> Required { get; } = [];

    public List<AskedClause> Excluded { get; } = [];

    /// <summary>A town among the words.</summary>
    public AskedPlace? Place { get; set; }

    /// <summary>The question as it may have been meant, where it was read otherwise than typed.</summary>
    public string? Correction { get; set; }

    public bool IsEmpty => Concepts.Count + Required.Count + Excluded.Count == 0 && Place is null;

    public bool IsRanked => Concepts.Count + Required.Count > 0 || Place is not null;

    /// <summary>How many of the words an offer must have: all of two, all but one of four, three quarters of more.</summary>
    public int Least =>
        Concepts.Count <= FewWords ? Concepts.Count
        : Concepts.Count <= SomeWords ? Concepts.Count - 1
        : (int)Math.Ceiling(Concepts.Count * ShareOfMany);

    /// <summary>How many are enough where hardly anything has more: half of them.</summary>
    public int LeastOfAll => (Concepts.Count + 1) / 2;

    /// <summary>Some word is an employer's.</summary>
    public bool NamesEmployer { get; set; }
}

/// <summary>One word that was asked, with every word of the index that answers it.</summary>
internal sealed class AskedConcept(string written)
{
    public string Written { get; } = written;

    public List<AskedTerm> Terms { get; } = [];

    public float Rarity { get; set; }
}

/// <summary>A word of the index and how much of its worth counts; one that only adds counts for offers that another word found.</summary>
internal readonly record struct AskedTerm(int Term, float Worth, bool OnlyAdds = false);

/// <summary>Something that holds of an offer or not: values of a facet, or words that follow each other.</summary>
internal sealed class AskedClause
{
    public OfferFacet? Facet { get; init; }

    /// <summary>Values, the best first; those behind the first <see cref="Best"/> count less.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public int Best { get; init; }

    /// <summary>Words in their order as texts and titles hold them, in each language that knows them.</summary>
    public List<int[]> Phrases { get; } = [];

    /// <summary>Words any of which is enough.</summary>
    public List<int> Terms { get; } = [];
}
