namespace CareerPortal.Accounts;

/// <summary>A mail that waits to be sent; it goes once it has been.</summary>
public sealed class OutgoingMail
{
    public const int SubjectMaxLength = 200;

    public int Id { get; private set; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required DateTime CreatedUtc { get; init; }

    /// <summary>When it may be tried, or tried again.</summary>
    public required DateTime DueUtc { get; set; }

    public int Attempts { get; set; }
}
