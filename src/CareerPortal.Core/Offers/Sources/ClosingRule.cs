namespace CareerPortal.Offers.Sources;

/// <summary>Whether a whole answer of a source can be believed when it says, by leaving an offer out, that it is gone.</summary>
public static class ClosingRule
{
    /// <summary>An answer holds at least this part of what the source itself counts.</summary>
    public const double LeastOfCounted = 0.95;

    /// <summary>An answer holds at least this part of what is open here.</summary>
    public const double LeastOfOpen = 0.7;

    /// <summary>No larger part of its records may be such that they are not understood.</summary>
    public const double MostRejected = 0.2;

    /// <summary>Null where it can be believed; otherwise why not, and then it closes nothing.</summary>
    /// <param name="read">Records in the answer, rejected ones among them.</param>
    /// <param name="rejected">Those that were not understood.</param>
    /// <param name="counted">How many records the source says that it has; null where it does not say.</param>
    /// <param name="open">Offers of the source that are open here.</param>
    /// <param name="missing">Those of them that the answer does not hold.</param>
    public static string? Doubt(int read, int rejected, int? counted, int open, int missing) =>
        read == 0 ? "it is empty"
        : counted is { } all && read < all * LeastOfCounted
            ? FormattableString.Invariant($"it holds {read} of the {all} records that the source counts")
        : rejected > read * MostRejected ? FormattableString.Invariant($"{rejected} of its {read} records were not understood")
        : open - missing < open * LeastOfOpen ? FormattableString.Invariant($"it holds {open - missing} of the {open} offers that are open")
        : null;
}
