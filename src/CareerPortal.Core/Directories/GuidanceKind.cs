namespace CareerPortal.Directories;

/// <summary>What kind of service advises there.</summary>
public enum GuidanceKind
{
    /// <summary>A house of several partners for everything about occupations: Cité des métiers, Carrefour des métiers.</summary>
    CareersHouse,
    InformationCentre,
    EmploymentService,
}
