using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CareerPortal.Accounts;
using Microsoft.EntityFrameworkCore;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CareerPortal.Web.Tests.Accounts;

public sealed class MailTests
{
    [Fact]
    public async Task Mail_ToAServer_ArrivesAndIsForgotten()
    {
        var letterbox = new Letterbox();
        var port = FreePort();
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, port)))
            .Build();
        var services = new ServiceProvider();
        services.Add(letterbox);
        using var stop = new CancellationTokenSource();
        var server = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
        await using var site = new PortalFactory
        {
            Settings =
            {
                ["Mail:Server"] = "127.0.0.1",
                ["Mail:Port"] = $"{port}",
                ["Mail:From"] = "portail@example.org",
                ["Mail:Tls"] = "None",
            },
        };
        _ = site.Services;
        await using var context = Colleague.Context(site);
        Outbox.Add(context, DateTime.UtcNow.AddMinutes(-1), "lea@example.org", new MailText("Été", "Bonjour,\n\nvoilà."));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        var mail = await letterbox.First.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        for (var turn = 0; turn < 100 && await context.OutgoingMails.AnyAsync(TestContext.Current.CancellationToken); turn++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Contains("To: lea@example.org", mail, StringComparison.Ordinal);
        Assert.Contains("<portail@example.org>", mail, StringComparison.Ordinal);
        Assert.False(await context.OutgoingMails.AnyAsync(TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await server;
    }

    [Fact]
    public async Task Mail_WithoutAServer_WaitsAndIsNotLost()
    {
        await using var site = new PortalFactory
        {
            Settings =
            {
                ["Mail:Server"] = "127.0.0.1",
                ["Mail:Port"] = $"{FreePort()}",
                ["Mail:From"] = "portail@example.org",
                ["Mail:Tls"] = "None",
            },
        };
        _ = site.Services;
        await using var context = Colleague.Context(site);
        Outbox.Add(context, DateTime.UtcNow.AddMinutes(-1), "lea@example.org", new MailText("Sujet", "Texte"));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        OutgoingMail mail;
        var turn = 0;
        do
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            mail = await context.OutgoingMails.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        } while (mail.Attempts == 0 && turn++ < 300);

        Assert.Equal(1, mail.Attempts);
        Assert.True(mail.DueUtc > DateTime.UtcNow);
    }

    [Theory]
    [InlineData("Mail:Server", "smtp.example.org", "Mail:From")]
    [InlineData("Mail:From", "no address", "Mail:From")]
    [InlineData("Mail:User", "me", "Mail:Password")]
    public void Options_ThatDoNotFit_NameTheKey(string key, string value, string named)
    {
        using var site = new PortalFactory { Settings = { [key] = value } };

        var failure = Assert.ThrowsAny<Exception>(() => site.Services);

        Assert.Contains(named, failure.ToString(), StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Letterbox : MessageStore
    {
        public TaskCompletionSource<string> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            First.TrySetResult(Encoding.UTF8.GetString(buffer.ToArray()));
            return Task.FromResult(SmtpResponse.Ok);
        }
    }
}
