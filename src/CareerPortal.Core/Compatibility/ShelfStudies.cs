namespace CareerPortal.Compatibility;

/// <summary>The studies that an occupation asks for, as coarsely as can be said of all.</summary>
public enum ShelfStudies
{
    NoDiploma,
    Secondary,
    Higher,
}
