namespace CareerPortal.Offers.Alerts;

/// <summary>Somebody wants mails about new offers that answer a search: an address, the search and how often, and nothing else of anybody.</summary>
public sealed class OfferAlert
{
    public const int SearchMaxLength = 4000;
    public const int LanguageLength = 2;

    private const int MostNoticesInARow = 3;

    private static readonly TimeSpan NoticeAgain = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NoticeAgainMuchLater = TimeSpan.FromDays(1);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Where mails go, as it was typed.</summary>
    public required string Email { get; init; }

    /// <summary>The address as it is found, whatever the case of its letters.</summary>
    public required string NormalEmail { get; init; }

    /// <summary>What the offers answer: the query of an address of the board, with its version (<see cref="AlertSearch"/>).</summary>
    public required string Search { get; init; }

    /// <summary>Of the search: an index holds no text of that length.</summary>
    public required byte[] SearchHash { get; init; }

    public required string Language { get; set; }

    public required AlertRhythm Rhythm { get; set; }

    /// <summary>When it was first asked for: whoever asks again keeps nothing of anybody for longer.</summary>
    public required DateTime AskedUtc { get; init; }

    public DateTime? ConfirmedUtc { get; private set; }

    /// <summary>When the person last did something with it.</summary>
    public required DateTime TouchedUtc { get; set; }

    /// <summary>When the person was asked whether it shall go on, and has not said so since.</summary>
    public DateTime? QuestionUtc { get; private set; }

    /// <summary>The day from which the next mail may be made.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>The last offer that there was when the alert began: what came later is new.</summary>
    public long FirstOffer { get; private set; }

    /// <summary>The last offer that was told.</summary>
    public long LastOffer { get; set; }

    /// <summary>How many mails without offers went in a row, and when the last of them did.</summary>
    public int Notices { get; private set; }

    public DateTime? NoticeUtc { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>
    /// Whether the address may be written to because somebody filled a form in: nobody shall be flooded by that, and who has not confirmed has so many
    /// mails and no more.
    /// </summary>
    public bool MayBeTold(DateTime nowUtc) =>
        NoticeUtc is not { } told
        || Notices < MostNoticesInARow && nowUtc - told >= NoticeAgain
        || ConfirmedUtc is not null && nowUtc - told >= NoticeAgainMuchLater;

    public void Tell(DateTime nowUtc)
    {
        (Notices, NoticeUtc) = (Notices + 1, nowUtc);
        Version = Guid.CreateVersion7();
    }

    /// <summary>Asked for once more before it was confirmed: the last word counts.</summary>
    public void AskAgain(AlertRhythm rhythm, string language, DateTime nowUtc)
    {
        (Rhythm, Language) = (rhythm, language);
        Touch(nowUtc);
    }

    public void Confirm(long lastOffer, DateOnly today, DateTime nowUtc)
    {
        ConfirmedUtc = nowUtc;
        (FirstOffer, LastOffer, DueOn, Notices) = (lastOffer, lastOffer, NextDay(Rhythm, today), 0);
        Touch(nowUtc);
    }

    public void Change(AlertRhythm rhythm, DateOnly today, DateTime nowUtc)
    {
        (Rhythm, DueOn) = (rhythm, NextDay(rhythm, today));
        Touch(nowUtc);
    }

    /// <summary>The person did something with it: there is nothing to ask for a year.</summary>
    public void Touch(DateTime nowUtc)
    {
        (TouchedUtc, QuestionUtc) = (nowUtc, null);
        Version = Guid.CreateVersion7();
    }

    public void Ask(DateTime nowUtc)
    {
        QuestionUtc = nowUtc;
        Version = Guid.CreateVersion7();
    }

    /// <summary>A day was dealt with: all offers up to a number are told, if there were any.</summary>
    public void DealWith(DateOnly today, long lastOffer)
    {
        (DueOn, LastOffer) = (NextDay(Rhythm, today), Math.Max(LastOffer, lastOffer));
        Version = Guid.CreateVersion7();
    }

    /// <summary>The first day after a day on which a mail may be made.</summary>
    public static DateOnly NextDay(AlertRhythm rhythm, DateOnly today) =>
        today.AddDays(rhythm == AlertRhythm.Daily ? 1 : 7 - ((int)today.DayOfWeek + 6) % 7);
}
