namespace CareerPortal.Guides;

/// <summary>What readers are told of a change of a guide.</summary>
public sealed record PublicChange(DateOnly On, string Note);
