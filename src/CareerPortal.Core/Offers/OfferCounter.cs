namespace CareerPortal.Offers;

/// <summary>
/// The one row that numbers the changes of offers. Whoever writes offers raises it first, in the same transaction, and so holds its lock until the
/// commit: a change with a higher number is never seen before one with a lower.
/// </summary>
public sealed class OfferCounter
{
    /// <summary>The number of the one row.</summary>
    public const int One = 1;

    public int Id { get; init; } = One;

    public long Last { get; set; }

    /// <summary>The highest change that is no longer told, since a row of it was deleted: whoever stands before it takes everything anew.</summary>
    public long Forgotten { get; set; }
}
