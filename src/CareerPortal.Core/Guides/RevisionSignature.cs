namespace CareerPortal.Guides;

/// <summary>Who wrote a revision, on which occasion and why.</summary>
/// <param name="Author">The name, for what did not come from an account of the workspace.</param>
/// <param name="AuthorId">The account.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Note">Why, for colleagues.</param>
/// <param name="ChangeNote">What changed, for readers.</param>
/// <param name="ChangeKind">Whether readers should know.</param>
/// <param name="RestoredFrom">The number of the revision that was restored, whole or in part.</param>
public sealed record RevisionSignature(
    string Author,
    Guid? AuthorId = null,
    RevisionOccasion Occasion = RevisionOccasion.Imported,
    string? Note = null,
    string? ChangeNote = null,
    ChangeKind ChangeKind = ChangeKind.Major,
    int? RestoredFrom = null
);
