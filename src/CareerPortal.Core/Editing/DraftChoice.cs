namespace CareerPortal.Editing;

/// <summary>What somebody chose in a conflict, as it was shown to them.</summary>
/// <param name="ConflictId">The conflict.</param>
/// <param name="Choice">Which of the two: <see cref="ConflictChoice.Mine"/> is what waits in the conflict, Theirs what stands in the draft.</param>
/// <param name="Stamp">The conflict's stamp as it was shown (<see cref="OpenConflict.Stamp"/>).</param>
public sealed record DraftChoice(int ConflictId, ConflictChoice Choice, string Stamp);
