namespace CareerPortal.Search;

/// <summary>The occupations found by words, the best first.</summary>
public sealed record OccupationAnswer(IReadOnlyList<OccupationHit> Hits)
{
    /// <summary>A word stood nowhere as typed; one spelt nearly so was taken.</summary>
    public bool Approximate { get; init; }

    /// <summary>No occupation has all that was asked; these have most of it.</summary>
    public bool Partial { get; init; }

    /// <summary>The marks (contexts, interests, conditions, studies) that phrases among the words were taken to mean.</summary>
    public IReadOnlyList<string> Understood { get; init; } = [];

    /// <summary>No word that was typed says anything.</summary>
    public bool AsksNothing { get; init; }
}
