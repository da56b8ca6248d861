namespace CareerPortal.Editing;

/// <summary>Something that a guide may refer to, as somebody chooses it.</summary>
/// <param name="Code">What the guide keeps.</param>
/// <param name="Name">What somebody reads.</param>
/// <param name="Detail">What tells it apart from others of nearly the same name.</param>
public sealed record ReferenceChoice(string Code, string Name, string? Detail);
