namespace CareerPortal.Directories;

/// <summary>Where an address stands: the entry of a directory that names it.</summary>
public sealed record LinkPlace(string Address, DirectoryKind Kind, string Code, string Name);
