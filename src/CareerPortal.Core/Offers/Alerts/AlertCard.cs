namespace CareerPortal.Offers.Alerts;

/// <summary>An alert as its holder sees it: all that is kept of it but what is made of that.</summary>
public sealed record AlertCard
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    /// <summary>What it looks for, as stored: see <see cref="AlertSearch"/>.</summary>
    public required string Search { get; init; }

    public required string Language { get; init; }

    public required AlertRhythm Rhythm { get; init; }

    public required DateTime AskedUtc { get; init; }

    public required DateTime? ConfirmedUtc { get; init; }

    public required DateTime TouchedUtc { get; init; }

    public required DateTime? QuestionUtc { get; init; }

    public required DateOnly DueOn { get; init; }

    public required long FirstOffer { get; init; }

    public required long LastOffer { get; init; }

    /// <summary>How many mails without offers went in a row, and when the last of them did.</summary>
    public required int Notices { get; init; }

    public required DateTime? NoticeUtc { get; init; }

    /// <summary>The mails of offers of the last days, the newest first.</summary>
    public IReadOnlyList<(DateOnly Day, int Offers)> Digests { get; init; } = [];

    public bool IsConfirmed => ConfirmedUtc is not null;
}
