namespace CareerPortal.Editing;

/// <summary>A thread as it is shown.</summary>
public sealed record Talk(int Id, string Path, string? Quoted, ThreadState State, DateTime CreatedUtc, IReadOnlyList<SaidWord> Words);
