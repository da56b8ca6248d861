namespace CareerPortal.Offers.Entries;

/// <summary>
/// An offer that somebody wrote here: in the workspace, or an employer by the public form. What is on the board of it is a <see cref="JobOffer"/> of the
/// portal's own source, which changes only where a reviewer publishes.
/// </summary>
public sealed class OfferEntry
{
    public const int NameMaxLength = 100;
    public const int EmailMaxLength = 256;
    public const int WordMaxLength = 1000;
    public const int LanguageMaxLength = 2;

    /// <summary>How long an offer stands where nothing else is said, and at most.</summary>
    public const int UsualDays = 60;
    public const int MostMonths = 6;

    public int Id { get; private set; }

    /// <summary>Of the form that was shown: sent twice, it is one offer.</summary>
    public required Guid FormKey { get; init; }

    /// <summary>What was written last.</summary>
    public required OfferForm Form { get; set; }

    /// <summary>What readers see, or saw last; null where it was never published.</summary>
    public OfferForm? Live { get; private set; }

    public OfferEntryState State { get; private set; }

    /// <summary>The account that entered it; null where an employer proposed it.</summary>
    public Guid? EnteredById { get; init; }

    /// <summary>The account that wrote <see cref="Form"/>; null where the employer did.</summary>
    public Guid? WrittenById { get; private set; }

    /// <summary>Whom the portal writes to; null for what was entered in the workspace. Never shown to readers.</summary>
    public string? ContactName { get; init; }

    public string? ContactEmail { get; init; }

    /// <summary>The language that its mails are written in.</summary>
    public required string Language { get; init; }

    /// <summary>The reviewer's words: what to mend, why it was refused or taken off.</summary>
    public string? Word { get; private set; }

    public Guid? ReviewedById { get; private set; }

    public DateTime? ReviewedUtc { get; private set; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ChangedUtc { get; set; }

    public DateTime? PublishedUtc { get; private set; }

    /// <summary>When the employer was told that the last day is near.</summary>
    public DateTime? RemindedUtc { get; private set; }

    /// <summary>Somebody of the portal took it off: only a review brings it back.</summary>
    public bool IsClosedByPortal { get; private set; }

    /// <summary>The last day of what is on the board.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>The offer on the board.</summary>
    public long? OfferId { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public bool IsProposed => EnteredById is null;

    /// <summary>Whether its text may be changed.</summary>
    public bool CanRevise => State != OfferEntryState.Refused;

    public bool IsWaiting => State == OfferEntryState.InReview;

    /// <summary>What was entered in the workspace, written by the account itself.</summary>
    public static OfferEntry Entered(Guid formKey, OfferForm form, Guid account, DateTime now) =>
        new()
        {
            FormKey = formKey,
            Form = form,
            EnteredById = account,
            WrittenById = account,
            Language = Languages.Default,
            CreatedUtc = now,
            ChangedUtc = now,
            State = OfferEntryState.InReview,
        };

    /// <summary>What an employer proposes, until the address is confirmed.</summary>
    public static OfferEntry Proposed(Guid formKey, OfferForm form, string name, string email, string language, DateTime now) =>
        new()
        {
            FormKey = formKey,
            Form = form,
            ContactName = name,
            ContactEmail = email,
            Language = language,
            CreatedUtc = now,
            ChangedUtc = now,
            State = OfferEntryState.Unconfirmed,
        };

    /// <summary>The address is its writer's.</summary>
    public void Confirm(DateTime now)
    {
        State = OfferEntryState.InReview;
        Touch(now);
    }

    /// <summary>Another text, which waits for review; what is on the board stays until then.</summary>
    public void Revise(OfferForm form, Guid? writer, DateTime now)
    {
        (Form, WrittenById, Word) = (form, writer, null);
        State = State == OfferEntryState.Unconfirmed ? OfferEntryState.Unconfirmed : OfferEntryState.InReview;
        Touch(now);
    }

    public void Publish(Guid reviewer, long offerId, DateOnly lastDay, DateTime now)
    {
        (Live, OfferId, LastDay, PublishedUtc) = (Form, offerId, lastDay, now);
        (State, IsClosedByPortal, RemindedUtc) = (OfferEntryState.Published, false, null);
        Review(reviewer, null, now);
    }

    public void Return(Guid reviewer, string word, DateTime now)
    {
        State = OfferEntryState.Returned;
        Review(reviewer, word, now);
    }

    public void Refuse(Guid reviewer, string word, DateTime now)
    {
        State = OfferEntryState.Refused;
        Review(reviewer, word, now);
    }

    /// <summary>It is off the board; whoever wrote it did that, or the portal.</summary>
    public void Close(bool byPortal, string? word, DateTime now)
    {
        (State, IsClosedByPortal) = (OfferEntryState.Withdrawn, byPortal);
        Word = word;
        Touch(now);
    }

    /// <summary>Its last day is past.</summary>
    public void Expire(DateTime now)
    {
        State = OfferEntryState.Expired;
        Touch(now);
    }

    /// <summary>It is on the board as it was published, until another day.</summary>
    public void Renew(DateOnly lastDay, string written, DateTime now)
    {
        // A text that waits keeps its own last day unless it is the one that is renewed.
        Form = Form.LastDay == Live?.LastDay ? Form with { LastDay = written } : Form;
        Live = Live! with { LastDay = written };
        (LastDay, RemindedUtc) = (lastDay, null);
        State = State is OfferEntryState.Withdrawn or OfferEntryState.Expired ? OfferEntryState.Published : State;
        Touch(now);
    }

    /// <summary>Somebody put it on the board again.</summary>
    public void Reopen(DateTime now)
    {
        (State, IsClosedByPortal) = (OfferEntryState.Published, false);
        Touch(now);
    }

    public void Remind(DateTime now)
    {
        RemindedUtc = now;
        Version = Guid.CreateVersion7();
    }

    private void Review(Guid reviewer, string? word, DateTime now)
    {
        (ReviewedById, ReviewedUtc, Word) = (reviewer, now, word);
        Touch(now);
    }

    private void Touch(DateTime now) => (ChangedUtc, Version) = (now, Guid.CreateVersion7());
}
