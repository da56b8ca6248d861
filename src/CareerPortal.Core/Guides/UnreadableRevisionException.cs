namespace CareerPortal.Guides;

/// <summary>A stored revision cannot be read: its guide alone is not to be had.</summary>
public sealed class UnreadableRevisionException(int revisionId, Exception cause)
    : Exception($"Revision {revisionId} cannot be read: {cause.Message}", cause);
