namespace CareerPortal.Offers.Desk;

/// <summary>What was searched in vain, what it may mean, and what was decided about such words.</summary>
public sealed record SynonymState
{
    /// <summary>Whether the board could be asked; otherwise nothing is proposed.</summary>
    public required bool IsReady { get; init; }

    /// <summary>Words that find nothing today either, asked most often first.</summary>
    public required IReadOnlyList<SynonymProposal> Missed { get; init; }

    public required IReadOnlyList<SynonymLine> InUse { get; init; }

    /// <summary>What was taken back, the last first.</summary>
    public required IReadOnlyList<SynonymLine> Past { get; init; }
}
