using CareerPortal.Accounts;
using CareerPortal.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>What accounts send to the store, and what Identity sends for them.</summary>
internal static class AccountCalls
{
    private const string Provider = "[AspNetUserStore]";

    private static readonly Actor Somebody = new(Guid.NewGuid(), Guid.NewGuid(), "stamp");
    private static readonly Guid Other = Guid.NewGuid();
    private static readonly AccountPasswords Passwords = new();
    private static readonly MailText Mail = new("Sujet", "Texte");
    private static readonly NewPerson Person = new("lea@example.org", "Léa", "quatre mots sans rapport", "Site");

    public static IReadOnlyDictionary<string, Func<RecordingStore, Task>> All { get; } =
        new Dictionary<string, Func<RecordingStore, Task>>
        {
            ["SessionDesk.OpenAsync"] = s => Sessions(s).OpenAsync(Other, "Firefox", default),
            ["SessionDesk.LookAsync"] = s => Sessions(s).LookAsync(Somebody, default),
            ["SessionDesk.ListAsync"] = s => Sessions(s).ListAsync(Somebody, default),
            ["SessionDesk.EndAsync"] = s => Sessions(s).EndAsync(Somebody, Other, default),
            ["SessionDesk.EndOthersAsync"] = s => Sessions(s).EndOthersAsync(Somebody, default),
            ["TicketDesk.IssueFirstAdministratorAsync"] = s => Tickets(s).IssueFirstAdministratorAsync(default),
            ["TicketDesk.IssueDemonstrationAsync"] = s => Tickets(s).IssueDemonstrationAsync("Démonstration", default),
            ["TicketDesk.EndDemonstrationAsync"] = s => Tickets(s).EndDemonstrationAsync(default),
            ["TicketDesk.FindAsync"] = s => Tickets(s).FindAsync(TicketToken.New(), default),
            ["TicketDesk.JoinAsync"] = s => Tickets(s).JoinAsync(TicketToken.New(), Person, default),
            ["TicketDesk.SignInAsync"] = s => Tickets(s).SignInAsync(TicketToken.New(), default),
            ["TicketDesk.ResetPasswordAsync"] = s => Tickets(s).ResetPasswordAsync(TicketToken.New(), Person.Password, "Site", default),
            ["TicketDesk.ChangeEmailAsync"] = s => Tickets(s).ChangeEmailAsync(TicketToken.New(), () => Mail, default),
            ["TicketDesk.ResetSecondFactorAsync"] = s => Tickets(s).ResetSecondFactorAsync(TicketToken.New(), default),
            ["AccountDesk.ListAsync"] = s => Desk(s).ListAsync(Somebody, 1, default),
            ["AccountDesk.FindAsync"] = s => Desk(s).FindAsync(Somebody, Other, default),
            ["AccountDesk.InvitationsAsync"] = s => Desk(s).InvitationsAsync(Somebody, default),
            ["AccountDesk.InviteAsync"] = s => Desk(s).InviteAsync(Somebody, "lea@example.org", AccountRole.Author, _ => Mail, default),
            ["AccountDesk.WithdrawInvitationAsync"] = s => Desk(s).WithdrawInvitationAsync(Somebody, Other, default),
            ["AccountDesk.ChangeRoleAsync"] = s => Desk(s).ChangeRoleAsync(Somebody, Other, AccountRole.Reviewer, "motif", default),
            ["AccountDesk.DeactivateAsync"] = s => Desk(s).DeactivateAsync(Somebody, Other, null, default),
            ["AccountDesk.ReactivateAsync"] = s => Desk(s).ReactivateAsync(Somebody, Other, default),
            ["AccountDesk.EraseAsync"] = s => Desk(s).EraseAsync(Somebody, Other, default),
            ["AccountDesk.SendResetAsync"] = s => Desk(s).SendResetAsync(Somebody, Other, TicketPurpose.PasswordReset, _ => Mail, default),
            ["OwnDesk.ReadAsync"] = s => Own(s).ReadAsync(Somebody, default),
            ["OwnDesk.SetAsync"] = s => Own(s).SetAsync(Somebody, "Léa", true, default),
            ["OwnDesk.ChangePasswordAsync"] = s => Own(s).ChangePasswordAsync(Somebody, "x", Person.Password, "Site", default),
            ["OwnDesk.AskEmailAsync"] = s => Own(s).AskEmailAsync(Somebody, "lea@example.org", _ => Mail, default),
            ["OwnDesk.AskPasswordAsync"] = s => Own(s).AskPasswordAsync("lea@example.org", _ => Mail, default),
            ["OwnDesk.ExportAsync"] = s => Own(s).ExportAsync(Somebody, default),
            ["OperatorDesk.ListAsync"] = s => new OperatorDesk(s, TimeProvider.System).ListAsync(1, default),
            ["OperatorDesk.InviteAsync"] = s =>
                new OperatorDesk(s, TimeProvider.System).InviteAsync("lea@example.org", AccountRole.Administrator, default),
            ["OperatorDesk.ResetAsync"] = s =>
                new OperatorDesk(s, TimeProvider.System).ResetAsync("lea@example.org", TicketPurpose.PasswordReset, default),
            ["OperatorDesk.DeactivateAsync"] = s => new OperatorDesk(s, TimeProvider.System).DeactivateAsync("lea@example.org", default),
            ["AuditReading.ListAsync"] = s =>
                new AuditReading(s).ListAsync(Somebody, new AuditQuery(Other, "account.role", "account", "x", 2), default),
            ["AuditReading.ChoicesAsync"] = s => new AuditReading(s).ChoicesAsync(Somebody, default),
            ["Outbox.TakeAsync"] = s => new Outbox(s, TimeProvider.System).TakeAsync(default),
            ["Outbox.SentAsync"] = s => new Outbox(s, TimeProvider.System).SentAsync(1, default),
            ["Outbox.RefusedAsync"] = s => new Outbox(s, TimeProvider.System).RefusedAsync(1, default),
            ["Outbox.FailedAsync"] = s => new Outbox(s, TimeProvider.System).FailedAsync(Waiting, default),
            ["AccountRetention.DeleteExpiredAsync"] = s => new AccountRetention(s, TimeProvider.System).DeleteExpiredAsync(default),
            ["UserManager.FindByNameAsync"] = s => WithUsersAsync(s, u => u.FindByNameAsync("lea@example.org")),
            ["UserManager.FindByIdAsync"] = s => WithUsersAsync(s, u => u.FindByIdAsync($"{Other}")),
            ["UserManager.AccessFailedAsync"] = s => WithUsersAsync(s, u => u.AccessFailedAsync(Lea())),
            ["UserManager.ResetAccessFailedCountAsync"] = s =>
                WithUsersAsync(
                    s,
                    u =>
                    {
                        var lea = Lea();
                        lea.AccessFailedCount = 3;
                        return u.ResetAccessFailedCountAsync(lea);
                    }
                ),
            ["UserManager.SetTwoFactorEnabledAsync"] = s => WithUsersAsync(s, u => u.SetTwoFactorEnabledAsync(Lea(), true)),
            ["UserManager.SetAuthenticationTokenAsync"] = s =>
                WithUsersAsync(s, u => u.SetAuthenticationTokenAsync(Lea(), Provider, "AuthenticatorKey", "KEY")),
            ["UserManager.RemoveAuthenticationTokenAsync"] = s =>
                WithUsersAsync(s, u => u.RemoveAuthenticationTokenAsync(Lea(), Provider, "AuthenticatorKey")),
            ["UserManager.GenerateNewTwoFactorRecoveryCodesAsync"] = s => WithUsersAsync(s, u => u.GenerateNewTwoFactorRecoveryCodesAsync(Lea(), 10)),
            ["UserManager.RedeemTwoFactorRecoveryCodeAsync"] = s => WithUsersAsync(s, u => u.RedeemTwoFactorRecoveryCodeAsync(Lea(), "x")),
            ["UserManager.GetPasskeysAsync"] = s => WithUsersAsync(s, u => u.GetPasskeysAsync(Lea())),
            ["UserManager.FindByPasskeyIdAsync"] = s => WithUsersAsync(s, u => u.FindByPasskeyIdAsync([1, 2, 3])),
            ["UserManager.AddOrUpdatePasskeyAsync"] = s => WithUsersAsync(s, u => u.AddOrUpdatePasskeyAsync(Lea(), Passkey)),
            ["UserManager.RemovePasskeyAsync"] = s => WithUsersAsync(s, u => u.RemovePasskeyAsync(Lea(), [1, 2, 3])),
        };

    private static UserPasskeyInfo Passkey => new([1, 2, 3], [4], DateTimeOffset.UnixEpoch, 0, ["internal"], true, true, true, [5], [6]);

    private static OutgoingMail Waiting =>
        new()
        {
            To = "lea@example.org",
            Subject = "Sujet",
            Text = "Texte",
            CreatedUtc = DateTime.UnixEpoch,
            DueUtc = DateTime.UnixEpoch,
        };

    private static Account Lea() => Account.Of("lea@example.org", "Léa", AccountRole.Author, DateTime.UnixEpoch);

    private static SessionDesk Sessions(RecordingStore store) => new(store, TimeProvider.System);

    private static TicketDesk Tickets(RecordingStore store) => new(store, Passwords, TimeProvider.System);

    private static AccountDesk Desk(RecordingStore store) => new(store, TimeProvider.System);

    private static OwnDesk Own(RecordingStore store) => new(store, Passwords, TimeProvider.System);

    /// <summary>Identity as the site registers it, over the recording store.</summary>
    private static async Task WithUsersAsync(RecordingStore store, Func<UserManager<Account>, Task> call)
    {
        await using var context = store.CreateDbContext();
        using var users = new UserManager<Account>(
            new UserOnlyStore<
                Account,
                PortalDbContext,
                Guid,
                IdentityUserClaim<Guid>,
                IdentityUserLogin<Guid>,
                IdentityUserToken<Guid>,
                IdentityUserPasskey<Guid>
            >(context),
            Options.Create(new IdentityOptions()),
            Passwords,
            [],
            [],
            new UpperInvariantLookupNormalizer(),
            new IdentityErrorDescriber(),
            null!,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<UserManager<Account>>.Instance
        );
        await call(users);
    }
}
