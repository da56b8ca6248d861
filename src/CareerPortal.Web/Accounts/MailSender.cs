using System.Globalization;
using CareerPortal.Accounts;
using CareerPortal.Stores;
using CareerPortal.Web.Shell;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CareerPortal.Web.Accounts;

/// <summary>Hands a mail to the server that the settings name, or lays it into a folder.</summary>
internal sealed class MailSender(
    IOptions<MailOptions> options,
    IOptions<PortalOptions> portal,
    IOptions<StoreOptions> store,
    IHostEnvironment environment,
    TimeProvider time
)
{
    private const int WaitMilliseconds = 20_000;

    /// <summary>Where mails lie that no server takes.</summary>
    public string Folder => Path.Combine(environment.ContentRootPath, options.Value.PickupFolder ?? Path.Combine(store.Value.DataFolder, "mail"));

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

    /// <summary>The file has its name once it is whole.</summary>
    private async Task LayInAsync(MimeMessage message, int id, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        var name = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd'T'HHmmss}-{id}"));
        await message.WriteToAsync($"{name}.part", cancellation);
        File.Move($"{name}.part", $"{name}.eml", overwrite: true);
    }

    private MimeMessage MessageOf(OutgoingMail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject, Date = time.GetUtcNow() };
        message.From.Add(new MailboxAddress(portal.Value.Name, options.Value.From ?? MailOptions.DefaultFrom));
        message.To.Add(new MailboxAddress(null, mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain") { Text = mail.Text };
        return message;
    }
}
