using CareerPortal.Accounts;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Accounts;

/// <summary>Writes the mails of accounts, in the language of whoever has them sent.</summary>
internal sealed class MailTexts(IStringLocalizer<PortalTexts> texts, SiteAddress address, IOptions<PortalOptions> portal)
{
    private IStringLocalizer<PortalTexts> T => texts;

    public MailText Invitation(TicketToken token) => Linked("Invitation", token, AccountDesk.InvitationLife);

    /// <summary>For somebody who said that they forgot their password.</summary>
    public MailText Forgotten(TicketToken token) => Linked("PasswordReset", token, OwnDesk.ForgottenLife);

    /// <summary>For somebody to whom an administrator sends a link.</summary>
    public MailText Reset(TicketPurpose purpose, TicketToken token) => Linked($"{purpose}", token, AccountDesk.ResetLife);

    public MailText EmailChange(TicketToken token) => Linked("EmailChange", token, OwnDesk.EmailChangeLife);

    /// <summary>Tells the old address that it no longer counts.</summary>
    public MailText EmailChanged() => Text("EmailChanged", T["Mail.EmailChangedBody", Name], T["Mail.EmailChangedEnd"]);

    private string Name => portal.Value.Name;

    private MailText Linked(string kind, TicketToken token, TimeSpan life) =>
        Text(
            kind,
            Site.Say(T[$"Mail.{kind}Body", Name]),
            address.Of(Site.Link(TicketPath.Of(token))),
            life.TotalHours <= 1 ? T["Mail.LinkHour"]
                : life.TotalHours <= 24 ? T["Mail.LinkDay"]
                : T["Mail.LinkDays", (int)life.TotalDays],
            T["Mail.Ignore"]
        );

    private MailText Text(string kind, params string[] parts) =>
        new(T[$"Mail.{kind}Subject", Name], string.Join("\n\n", [T["Mail.Greeting"].Value, .. parts, Name]) + "\n");
}
