namespace CareerPortal.Accounts;

/// <summary>A mail that waits to be sent; it goes once it has been.</summary>
public sealed class OutgoingMail
{
    public const int SubjectMaxLength = 200;
    public const int AddressMaxLength = 500;

    public int Id { get; private set; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    /// <summary>The same for who reads mails as pages.</summary>
    public string? Html { get; init; }

    /// <summary>Where a mail program ends such mails at the wish of its user.</summary>
    public string? StopAddress { get; init; }

    /// <summary>What it is sent for, where that is not an account: mails of many wait behind those that somebody waits for.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>When a server said that its address takes no mail: it is not tried again.</summary>
    public DateTime? RefusedUtc { get; set; }

    public required DateTime CreatedUtc { get; init; }

    /// <summary>When it may be tried, or tried again.</summary>
    public required DateTime DueUtc { get; set; }

    public int Attempts { get; set; }
}
