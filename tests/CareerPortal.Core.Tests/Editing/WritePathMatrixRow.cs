using CareerPortal.Accounts;
using CareerPortal.Editing;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>One way of writing, and what somebody else may do between its being shown and its being asked for.</summary>
/// <param name="Name">The desk and its method.</param>
/// <param name="Show">Brings the store to where the write makes sense, and shows a page; what comes back is its button.</param>
internal sealed record WritePathMatrixRow(string Name, Func<WritePathMatrixStore, Task<Func<Actor, Task<DeskAnswer>>>> Show)
{
    /// <summary>What somebody else does to the same thing meanwhile.</summary>
    public Func<WritePathMatrixStore, Task>? Rival { get; init; }

    /// <summary>Why nobody can contradict it; stands where there is no <see cref="Rival"/>.</summary>
    public string? NoRival { get; init; }

    /// <summary>What lets an agreement that it leans on fall meanwhile.</summary>
    public Func<WritePathMatrixStore, Task>? Falls { get; init; }

    /// <summary>Why it leans on no agreement; stands where there is no <see cref="Falls"/>.</summary>
    public string? NoAgreement { get; init; }

    /// <summary>What is typed and has to stand in the store where both are taken; nothing where the write types nothing.</summary>
    public IReadOnlyList<string> Typed { get; init; } = [];

    /// <summary>What the other side typed: it stands in the store whatever becomes of the write.</summary>
    public IReadOnlyList<string> Theirs { get; init; } = [];

    /// <summary>The answer after the other side was there.</summary>
    public DeskAnswer AfterRival { get; init; } = DeskAnswer.Stale;

    /// <summary>What each adds to the history of revisions.</summary>
    public int Revisions { get; init; }

    /// <summary>Why each asking is a thing of its own; nothing where a second click finds the first.</summary>
    public string? CountsTwice { get; init; }

    /// <summary>Why a second tab is a thing of its own, though a second click is none.</summary>
    public string? TabsCountTwice { get; init; }
}
