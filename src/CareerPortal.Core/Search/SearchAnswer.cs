namespace CareerPortal.Search;

/// <summary>The documents found, the best first, by their numbers in the index.</summary>
public sealed record SearchAnswer(IReadOnlyList<int> Documents)
{
    /// <summary>A word stood nowhere as typed; one spelt nearly so was taken.</summary>
    public bool Approximate { get; init; }

    /// <summary>No document has all the words; these have most of them.</summary>
    public bool Partial { get; init; }

    /// <summary>No word that was typed says anything: « je cherche un travail ».</summary>
    public bool AsksNothing { get; init; }

    internal SearchQuestion? Question { get; init; }
}
