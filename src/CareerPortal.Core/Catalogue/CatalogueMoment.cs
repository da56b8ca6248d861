namespace CareerPortal.Catalogue;

/// <summary>A state of the catalogue as somebody knows it: its mark, when it was read, its newest change, and its edition.</summary>
/// <param name="Mark">The content's mark at that moment.</param>
/// <param name="Read">When it was read, in milliseconds since 1970.</param>
/// <param name="Newest">Its newest change, in milliseconds since 1970; 0 where there was none.</param>
/// <param name="Edition">The edition that its newest occupation came with.</param>
public sealed record CatalogueMoment(Guid Mark, long Read, long Newest, string Edition);
