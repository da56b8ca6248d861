using System.Net;
using System.Net.Sockets;
using System.Text;
using CareerPortal.Directories;

namespace CareerPortal.Core.Tests.Keeping;

public sealed class LinkProbeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2a00:1450:400e:80d::200e", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Holds_Address_IsPublicOrNot(string address, bool isPublic) => Assert.Equal(isPublic, PublicNetwork.Holds(IPAddress.Parse(address)));

    [Fact]
    public async Task AskAsync_MachineInside_IsNeverConnected()
    {
        await using var server = new Server(_ => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var probe = new LinkProbe(TimeSpan.FromSeconds(20));

        var answers = new[]
        {
            await probe.AskAsync(server.At("/"), Cancellation),
            await probe.AskAsync(new Uri($"http://localhost:{server.Port}/"), Cancellation),
            await probe.AskAsync(new Uri($"http://[::ffff:127.0.0.1]:{server.Port}/"), Cancellation),
        };

        Assert.All(answers, Assert.Null);
        Assert.Equal(0, server.Asked);
    }

    [Fact]
    public async Task AskAsync_RedirectInside_IsNotFollowed()
    {
        await using var inside = new Server(_ => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var outside = new Server(_ => $"HTTP/1.1 302 Found\r\nLocation: http://localhost:{inside.Port}/\r\nContent-Length: 0\r\n\r\n");
        var asked = 0;

        // The first machine asked stands for one of the open net; whatever is asked after it is judged.
        using var probe = new LinkProbe(TimeSpan.FromSeconds(20), a => asked++ == 0 || PublicNetwork.Holds(a));

        Assert.Null(await probe.AskAsync(outside.At("/"), Cancellation));
        Assert.Equal(0, inside.Asked);
    }

    [Fact]
    public async Task AskAsync_HeadNotKnown_AsksAgainByGet()
    {
        await using var server = new Server(r =>
            r.StartsWith("HEAD", StringComparison.Ordinal)
                ? "HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
        );
        using var probe = new LinkProbe(TimeSpan.FromSeconds(20), IPAddress.IsLoopback);

        Assert.Equal(200, await probe.AskAsync(server.At("/"), Cancellation));
    }

    [Fact]
    public async Task AskAsync_RedirectsWithoutEnd_GiveUp()
    {
        await using var server = new Server(_ => "HTTP/1.1 301 Moved\r\nLocation: /encore\r\nContent-Length: 0\r\n\r\n");
        using var probe = new LinkProbe(TimeSpan.FromSeconds(20), IPAddress.IsLoopback);

        Assert.Null(await probe.AskAsync(server.At("/"), Cancellation));
        Assert.True(server.Asked <= 14, $"{server.Asked}");
    }

    [Fact]
    public async Task AskAsync_OtherSchemesAndSecrets_AreNotAsked()
    {
        await using var server = new Server(_ => "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");
        using var probe = new LinkProbe(TimeSpan.FromSeconds(20), IPAddress.IsLoopback);

        Assert.Null(await probe.AskAsync(server.At("/"), Cancellation));
        Assert.Null(await probe.AskAsync(new Uri("ftp://localhost/"), Cancellation));
        Assert.Null(await probe.AskAsync(new Uri($"http://a:b@localhost:{server.Port}/"), Cancellation));
    }

    [Fact]
    public async Task AskAsync_NobodyThere_IsNoAnswer()
    {
        Uri gone;
        await using (var server = new Server(_ => ""))
        {
            gone = server.At("/");
        }

        using var probe = new LinkProbe(TimeSpan.FromSeconds(20), IPAddress.IsLoopback);

        Assert.Null(await probe.AskAsync(gone, Cancellation));
    }

    /// <summary>A server of this machine that answers each request with a text.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _serving;
        private int _asked;

        public Server(Func<string, string> answer)
        {
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _serving = ServeAsync(answer);
        }

        public int Port { get; }

        public int Asked => _asked;

        public Uri At(string path) => new($"http://127.0.0.1:{Port}{path}");

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
        }

        private async Task ServeAsync(Func<string, string> answer)
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _asked);
                    var stream = client.GetStream();
                    var request = new StringBuilder();
                    var buffer = new byte[4096];
                    while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is var read and > 0)
                    {
                        request.Append(Encoding.ASCII.GetString(buffer, 0, read));
                    }

                    await stream.WriteAsync(
                        Encoding.ASCII.GetBytes(
                            answer(request.ToString()).Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal)
                        )
                    );
                }
            }
            catch (Exception e) when (e is SocketException or InvalidOperationException or IOException)
            {
                // The test is over.
            }
        }
    }
}
