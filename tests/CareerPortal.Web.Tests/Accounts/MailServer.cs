using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CareerPortal.Web.Tests.Accounts;

/// <summary>A mail server of this machine that speaks real SMTP, keeps what it takes, and refuses whom it is told to.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<byte[]> _taken = new();
    private readonly Task _server;

    public MailServer()
    {
        Port = FreePort();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Store(this));
        services.Add(new Filter(this));
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)))
            .Build();
        _server = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    /// <summary>What addresses are refused with, in small letters.</summary>
    public ConcurrentDictionary<string, SmtpResponse> Refused { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often somebody was refused.</summary>
    public int Refusals { get; private set; }

    /// <summary>The mails that came in, the oldest first.</summary>
    public IReadOnlyList<MimeMessage> Mails => [.. _taken.Select(bytes => MimeMessage.Load(new MemoryStream(bytes)))];

    /// <summary>The settings by which a site sends mails here.</summary>
    public void UseBy(PortalFactory site)
    {
        site.Settings["Mail:Server"] = "127.0.0.1";
        site.Settings["Mail:Port"] = $"{Port}";
        site.Settings["Mail:From"] = "portail@example.org";
        site.Settings["Mail:Tls"] = "None";
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server;
        _stop.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Store(MailServer server) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            server._taken.Enqueue(buffer.ToArray());
            return Task.FromResult(SmtpResponse.Ok);
        }
    }

    private sealed class Filter(MailServer server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
        {
            if (server.Refused.TryGetValue($"{to.User}@{to.Host}", out var answer))
            {
                server.Refusals++;
                throw new SmtpResponseException(answer);
            }

            return Task.FromResult(true);
        }
    }
}
