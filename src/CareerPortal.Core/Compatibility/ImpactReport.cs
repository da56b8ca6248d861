namespace CareerPortal.Compatibility;

/// <summary>What changed requirements of one occupation do to a fixed sample of simulated people.</summary>
public sealed record ImpactReport
{
    public required int People { get; init; }

    public required int Occupations { get; init; }

    public required ImpactSide Before { get; init; }

    public required ImpactSide After { get; init; }

    /// <summary>For how many the occupation climbs among all.</summary>
    public required int Climb { get; init; }

    /// <summary>For how many it falls.</summary>
    public required int Fall { get; init; }

    /// <summary>For how many the band of the compatibility changes.</summary>
    public required int OtherBand { get; init; }

    /// <summary>Those whose compatibility with the occupation rises by a point or more.</summary>
    public required ImpactGroup Winners { get; init; }

    /// <summary>Those whose compatibility falls by a point or more.</summary>
    public required ImpactGroup Losers { get; init; }

    /// <summary>Occupations, by their codes, that the change takes out of everybody's first three.</summary>
    public required IReadOnlyList<string> LostFromNear { get; init; }

    /// <summary>Occupations that the change takes out of everybody's first ten.</summary>
    public required IReadOnlyList<string> LostFromSuggested { get; init; }

    /// <summary>Occupations among nobody's first three, now or with the change.</summary>
    public required IReadOnlyList<string> NeverNear { get; init; }

    /// <summary>The occupations whose number of first places among three changes most, the changed one apart.</summary>
    public required IReadOnlyList<ImpactNeighbour> Neighbours { get; init; }
}
