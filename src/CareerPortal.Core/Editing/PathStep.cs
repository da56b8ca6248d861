namespace CareerPortal.Editing;

/// <summary>One step of an address: into a member or an item by its name, or into the item at a place.</summary>
internal readonly record struct PathStep(string? Name, int At);
