namespace CareerPortal.Editing;

/// <summary>A page of the list, and how many lines of each kind there are under the same owner and guide.</summary>
public sealed record WorkPage(
    IReadOnlyList<WorkLine> Lines,
    int Total,
    int Page,
    int Pages,
    IReadOnlyDictionary<WorkKind, int> Counts,
    IReadOnlyList<WorkOwner> Owners
);
