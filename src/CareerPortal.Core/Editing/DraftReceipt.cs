namespace CareerPortal.Editing;

/// <summary>What a tab learns when it has sent something, also where it was refused.</summary>
/// <param name="TabSequence">The last step of the tab that is stored. Where a step was sent with a gap, the tab goes on from here.</param>
/// <param name="Sequence">The last edit of the draft: what the tab has seen now.</param>
/// <param name="Version">The draft's version.</param>
/// <param name="Conflicts">All open conflicts of the draft.</param>
/// <param name="Edits">What others did since the tab had seen, in order; after undo and redo also what the tab did by it.</param>
public sealed record DraftReceipt(
    long TabSequence,
    long Sequence,
    Guid Version,
    IReadOnlyList<OpenConflict> Conflicts,
    IReadOnlyList<AppliedEdit> Edits
)
{
    public DraftState State { get; init; }

    /// <summary>When it goes to readers; nothing where no hour is set.</summary>
    public DateTime? PublishAtUtc { get; init; }

    /// <summary>Whether somebody wrote on after it was submitted, so that it is no longer on its way to readers.</summary>
    public bool HasFallen { get; init; }

    /// <summary>What the draft lost by what was sent, where it was on its way to readers.</summary>
    public DraftFall? Fall { get; init; }

    /// <summary>Whether the tab knows too little to follow the edits: it reads the draft anew and puts what it has not sent over it.</summary>
    public bool IsBehind { get; init; }

    /// <summary>Why a batch was refused whole, and the number of the change at fault.</summary>
    public DraftRefusal? Refusal { get; init; }
}
