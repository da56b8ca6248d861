using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareerPortal.Benchmarks.Pages;

/// <summary>Asks for one address again and again over one connection, with as little work of its own as can be.</summary>
internal sealed class KeepAliveClient : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LengthName = "Content-Length: "u8.ToArray();
    private static readonly byte[] TagName = "ETag: "u8.ToArray();

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly byte[] _request;
    private readonly int _status;

    /// <param name="address">What to ask for.</param>
    /// <param name="tag">The tag of the page that the client has already, which it is then told has not changed.</param>
    public KeepAliveClient(Uri address, string? tag = null)
    {
        var condition = tag is null ? "" : $"If-None-Match: {tag}\r\n";
        _status = tag is null ? 200 : 304;
        _request = Encoding.ASCII.GetBytes(
            $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept-Encoding: br\r\n{condition}\r\n"
        );
        _socket.Connect(IPAddress.Loopback, address.Port);
    }

    /// <summary>The tag of the last answer.</summary>
    public string Tag { get; private set; } = "";

    /// <summary>The size of the last answer's body.</summary>
    public int BodyBytes { get; private set; }

    /// <summary>Sends one request, reads the whole answer, and tells how long it took in milliseconds.</summary>
    public async Task<double> AskAsync()
    {
        var started = Stopwatch.GetTimestamp();
        await _socket.SendAsync(_request);
        var (held, head) = (0, -1);
        while (head < 0)
        {
            held += await ReceiveAsync(held);
            head = _buffer.AsSpan(0, held).IndexOf(HeadEnd);
        }

        var answered = int.Parse(_buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var length = Read(head, LengthName);
        if (answered != _status || (length.IsEmpty && _status == 200))
        {
            throw new InvalidOperationException($"Not a whole answer: {Encoding.ASCII.GetString(_buffer, 0, head)}");
        }

        if (Tag.Length == 0)
        {
            Tag = Encoding.ASCII.GetString(Read(head, TagName).Span);
        }

        BodyBytes = _status == 200 ? int.Parse(length.Span, CultureInfo.InvariantCulture) : 0;
        for (var left = BodyBytes - (held - head - HeadEnd.Length); left > 0; )
        {
            left -= await ReceiveAsync(0);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>The value of a header; empty where the answer has none.</summary>
    private ReadOnlyMemory<byte> Read(int head, byte[] name)
    {
        var at = _buffer.AsSpan(0, head).IndexOf(name);
        if (at < 0)
        {
            return default;
        }

        var value = _buffer.AsMemory(at + name.Length, head - at - name.Length);
        var lineEnd = value.Span.IndexOf((byte)'\r');
        return lineEnd < 0 ? value : value[..lineEnd];
    }

    public void Dispose() => _socket.Dispose();

    private async Task<int> ReceiveAsync(int offset)
    {
        var read = await _socket.ReceiveAsync(_buffer.AsMemory(offset));
        return read > 0 ? read : throw new InvalidOperationException("The server closed the connection.");
    }
}
