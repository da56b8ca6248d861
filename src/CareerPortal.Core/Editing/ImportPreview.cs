using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>What a file would do.</summary>
public sealed record ImportPreview(string File, ImportState State)
{
    public int? GuideId { get; init; }

    public OccupationName? Name { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<ImportChange> Changes { get; init; } = [];

    /// <summary>Rows of a sheet that have no place any more: their original says something else now.</summary>
    public IReadOnlyList<int> LostLines { get; init; } = [];

    /// <summary>What there is too much of, where it does not fit.</summary>
    public IReadOnlyList<ImportFault> Faults { get; init; } = [];

    public bool CanBeTaken => State is ImportState.Changes or ImportState.New;
}
