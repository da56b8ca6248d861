namespace CareerPortal.Editing;

/// <summary>Why a file does not fit into a draft: what there is too much of, at which place, how much it would be, and the most allowed.</summary>
public sealed record ImportFault(ImportFaultKind Kind, string Path, long Count, long Most);
