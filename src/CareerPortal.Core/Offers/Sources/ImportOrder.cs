namespace CareerPortal.Offers.Sources;

/// <summary>What a file of offers is to be taken in as.</summary>
public sealed record ImportOrder
{
    /// <summary>The key of the source; one that is not known is made, of the name and the terms given here.</summary>
    public required string Source { get; init; }

    public string? Name { get; init; }

    public string? Licence { get; init; }

    public string? Url { get; init; }

    /// <summary>Whether the file holds all that the source has, so that what it leaves out is closed.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether nothing is stored.</summary>
    public bool IsRehearsal { get; init; }
}
