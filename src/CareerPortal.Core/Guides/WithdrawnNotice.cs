namespace CareerPortal.Guides;

/// <summary>What readers of a guide that was withdrawn and stays are told.</summary>
public sealed record WithdrawnNotice(string Note, DateOnly On);
