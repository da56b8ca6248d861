namespace CareerPortal.Directories;

/// <summary>An address that this node, and no other, checks now.</summary>
public sealed record ClaimedLink(int Id, Uri Address);
