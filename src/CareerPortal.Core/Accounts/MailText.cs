namespace CareerPortal.Accounts;

/// <summary>What a mail says.</summary>
public sealed record MailText(string Subject, string Text);
