namespace CareerPortal.Accounts;

/// <summary>What a mail says.</summary>
public sealed record MailText(string Subject, string Text)
{
    /// <summary>The same for who reads mails as pages; null where text alone goes.</summary>
    public string? Html { get; init; }

    /// <summary>Where a mail program ends such mails at the wish of its user; null where there is nothing to end.</summary>
    public string? StopAddress { get; init; }

    /// <summary>What the mail is sent for, and what ends where its address is refused for good.</summary>
    public Guid? SubscriptionId { get; init; }
}
