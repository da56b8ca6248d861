// What was typed, as the index reads it.
namespace CareerPortal.Search;

/// <summary>All that was asked, one concept for each word or known phrase.</summary>
internal sealed record SearchQuestion(IReadOnlyList<SearchConcept> Concepts, bool Approximate);

/// <summary>One thing that was asked: what was typed, or else what people mean by it.</summary>
internal sealed record SearchConcept(IReadOnlyList<SearchReading> Readings)
{
    /// <summary>Some guide has it, and not merely something like it.</summary>
    public bool IsKnown => Readings.Any(r => r.Words.All(w => w.Terms.Any(t => !t.IsLike)));
}

/// <summary>One way to answer a concept: all its words stand in a document.</summary>
internal sealed record SearchReading(IReadOnlyList<AskedWord> Words, float Worth);

/// <summary>A word with every term of the index that answers it.</summary>
internal sealed record AskedWord(IReadOnlyList<AskedTerm> Terms, float Rarity);

/// <summary>A term of the index and how much of its worth counts; a term taken for its likeness counts only in titles.</summary>
internal readonly record struct AskedTerm(int Term, float Worth, bool TitlesOnly, bool IsLike = false);
