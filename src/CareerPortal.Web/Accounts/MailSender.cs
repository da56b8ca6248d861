using System.Globalization;
using System.Text.RegularExpressions;
using CareerPortal.Accounts;
using CareerPortal.Stores;
using CareerPortal.Web.Shell;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CareerPortal.Web.Accounts;

/// <summary>Hands a mail to the server that the settings name, or lays it into a folder.</summary>
internal sealed partial class MailSender(
    IOptions<MailOptions> options,
    IOptions<PortalOptions> portal,
    IOptions<StoreOptions> store,
    IHostEnvironment environment,
    TimeProvider time
)
{
    private const int WaitMilliseconds = 20_000;

    private string From => options.Value.From ?? MailOptions.DefaultFrom;

    /// <summary>Where mails lie that no server takes.</summary>
    public string Folder => Path.Combine(environment.ContentRootPath, options.Value.PickupFolder ?? Path.Combine(store.Value.DataFolder, "mail"));

    /// <summary>
    /// Whether a failure says for good that the address takes no mail. A server that will not pass mails on for us, or not such ones (5.7), says
    /// nothing of the address.
    /// </summary>
    public static bool IsRefusedForGood(Exception failure) =>
        failure
            is SmtpCommandException
            {
                ErrorCode: SmtpErrorCode.RecipientNotAccepted,
                StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed
            } refused
        && !Policy().IsMatch(refused.Message);

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var message = MessageOf(mail);
        await (options.Value.HasServer ? SendAsync(message, cancellation) : LayInAsync(message, mail.Id, cancellation));
    }

    private async Task SendAsync(MimeMessage message, CancellationToken cancellation)
    {
        var server = options.Value;
        using var client = new SmtpClient { Timeout = WaitMilliseconds };
        await client.ConnectAsync(
            server.Server!,
            server.Port,
            server.Tls switch
            {
                MailTls.Always => SecureSocketOptions.SslOnConnect,
                MailTls.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            },
            cancellation
        );
        if (!string.IsNullOrEmpty(server.User))
        {
            await client.AuthenticateAsync(server.User, server.Password!, cancellation);
        }

        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    [GeneratedRegex(@"(?<![\d.])5\.7\.\d|relay", RegexOptions.IgnoreCase)]
    private static partial Regex Policy();

    /// <summary>The file has its name once it is whole.</summary>
    private async Task LayInAsync(MimeMessage message, int id, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        var name = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd'T'HHmmss}-{id}"));
        await message.WriteToAsync($"{name}.part", cancellation);
        File.Move($"{name}.part", $"{name}.eml", overwrite: true);
    }

    /// <summary>A mail that is sent twice, because a node ended between the sending and the note of it, has one name: mailboxes show it once.</summary>
    private MimeMessage MessageOf(OutgoingMail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject, Date = time.GetUtcNow() };
        message.From.Add(new MailboxAddress(portal.Value.Name, From));
        message.To.Add(new MailboxAddress(null, mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.MessageId = $"{mail.CreatedUtc.Ticks:x}.{mail.Id}@{From.Split('@')[^1]}";
        var text = new TextPart("plain") { Text = mail.Text };
        message.Body = mail.Html is { } html ? new MultipartAlternative(text, new TextPart("html") { Text = html }) : text;
        if (mail.StopAddress is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");
            if (stop.StartsWith("https://", StringComparison.Ordinal))
            {
                message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }

        return message;
    }
}
