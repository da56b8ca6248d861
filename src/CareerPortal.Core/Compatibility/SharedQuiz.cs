namespace CareerPortal.Compatibility;

/// <summary>
/// The answers of somebody who agreed that the quiz may learn from them: copied, with nothing that leads to the quiz they were given in, nor when.
/// </summary>
public sealed class SharedQuiz
{
    public const int KeptMonths = 24;

    /// <summary>Drawn at random: an identifier in the order of time would tell when.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();

    /// <summary>What <see cref="SharingKey"/> makes of the code: another number than the quiz itself is kept under.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>The wordings and parameters that were answered.</summary>
    public required string BankVersion { get; init; }

    /// <summary>The first day of a month, so that it does not tell the day on which the answers came; they are kept up to that day.</summary>
    public required DateOnly DeleteOn { get; init; }

    public List<SharedAnswer> Answers { get; init; } = [];

    /// <summary>The day on which what is shared today is deleted: never later than <see cref="KeptMonths"/> months from now.</summary>
    public static DateOnly DeletionAfter(DateTime nowUtc) => new DateOnly(nowUtc.Year, nowUtc.Month, 1).AddMonths(KeptMonths);
}
