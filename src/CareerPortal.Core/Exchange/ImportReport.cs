namespace CareerPortal.Exchange;

/// <summary>What an import did with the guides it was given, and with the occupations, directories and sources they refer to.</summary>
public sealed record ImportReport(ImportCount Guides, ImportCount Occupations, ImportCount Directories)
{
    /// <summary>How many guides that people have written on got what is new as a draft; nothing of them was published.</summary>
    public int Drafts { get; init; }

    /// <summary>How many places wait in those drafts for somebody's choice.</summary>
    public int Conflicts { get; init; }
}

/// <summary>How many entries were new, differed from what was held, or were the same.</summary>
public readonly record struct ImportCount(int Added, int Revised, int Unchanged);
