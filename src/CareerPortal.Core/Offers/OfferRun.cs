namespace CareerPortal.Offers;

/// <summary>One time that a source was read: what came of it.</summary>
public sealed class OfferRun
{
    public const int NoteMaxLength = 2000;

    public int Id { get; private set; }

    public required string Source { get; init; }

    public required DateTime StartedUtc { get; init; }

    public DateTime? EndedUtc { get; set; }

    public required OfferRunKind Kind { get; init; }

    public OfferRunOutcome Outcome { get; set; }

    public int Read { get; set; }

    public int Added { get; set; }

    public int Revised { get; set; }

    public int Unchanged { get; set; }

    public int Closed { get; set; }

    public int Rejected { get; set; }

    /// <summary>Why it ended as it did, and the first records that were rejected with their reasons; no text of a reader.</summary>
    public string? Note { get; set; }
}

/// <summary>How much of a source was asked for.</summary>
public enum OfferRunKind
{
    Whole,
    Increment,
    File,
}

/// <summary>How a reading of a source ended.</summary>
public enum OfferRunOutcome
{
    UnderWay,
    Done,

    /// <summary>The source said that nothing had changed.</summary>
    NotModified,

    /// <summary>What came was too little or broken: what was whole was taken in, nothing was closed.</summary>
    Incomplete,
    Failed,
}
