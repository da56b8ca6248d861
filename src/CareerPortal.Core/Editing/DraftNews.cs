namespace CareerPortal.Editing;

/// <summary>What others did in a draft since a tab last heard, and who is there.</summary>
/// <param name="Sequence">The last edit of the draft.</param>
/// <param name="Version">The draft's version.</param>
/// <param name="State">How far it is.</param>
/// <param name="PublishAtUtc">When it goes to readers; nothing where no hour is set.</param>
/// <param name="HasFallen">Whether somebody wrote on after it was submitted, so that it is no longer on its way to readers.</param>
/// <param name="IsBehind">Whether the tab knows too little to follow the edits, and reads the draft anew.</param>
/// <param name="Edits">What others did, in order.</param>
/// <param name="Conflicts">All open conflicts of the draft.</param>
/// <param name="Present">Who is there.</param>
public sealed record DraftNews(
    long Sequence,
    Guid Version,
    DraftState State,
    DateTime? PublishAtUtc,
    bool HasFallen,
    bool IsBehind,
    IReadOnlyList<AppliedEdit> Edits,
    IReadOnlyList<OpenConflict> Conflicts,
    IReadOnlyList<PresentPerson> Present
);
