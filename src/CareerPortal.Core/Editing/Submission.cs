using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>What became of a revision at the desk.</summary>
/// <param name="RevisionId">The revision made, or spoken of.</param>
/// <param name="Faults">What the rules refuse, where they do.</param>
public sealed record Submission(int RevisionId, IReadOnlyList<GuideFault> Faults);
