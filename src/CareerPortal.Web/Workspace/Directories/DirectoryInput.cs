namespace CareerPortal.Web.Workspace.Directories;

/// <summary>How a field of an entry is filled in.</summary>
internal enum DirectoryInput
{
    Line,
    Address,

    /// <summary>A line in each language; French there must be.</summary>
    LocalisedLine,

    /// <summary>A text in each language; French there must be.</summary>
    LocalisedText,
    Choice,
    Provinces,
    Number,

    /// <summary>An amount in euros, kept in cents.</summary>
    Money,
    Date,
    Yes,

    /// <summary>The code of a source.</summary>
    Source,

    /// <summary>A second place on the map, or none.</summary>
    Point,
    Offices,
}
