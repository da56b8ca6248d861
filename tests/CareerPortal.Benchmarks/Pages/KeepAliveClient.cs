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

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly byte[] _request;

    public KeepAliveClient(Uri address)
    {
        _request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept-Encoding: br\r\n\r\n");
        _socket.Connect(IPAddress.Loopback, address.Port);
    }

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

        var lengthAt = _buffer.AsSpan(0, head).IndexOf(LengthName);
        if (!_buffer.AsSpan(0, 12).EndsWith("200"u8) || lengthAt < 0)
        {
            throw new InvalidOperationException($"Not a whole answer: {Encoding.ASCII.GetString(_buffer, 0, head)}");
        }

        var digits = _buffer.AsSpan(lengthAt + LengthName.Length, head - lengthAt - LengthName.Length);
        var lineEnd = digits.IndexOf((byte)'\r');
        BodyBytes = int.Parse(lineEnd < 0 ? digits : digits[..lineEnd], CultureInfo.InvariantCulture);
        for (var left = BodyBytes - (held - head - HeadEnd.Length); left > 0; )
        {
            left -= await ReceiveAsync(0);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public void Dispose() => _socket.Dispose();

    private async Task<int> ReceiveAsync(int offset)
    {
        var read = await _socket.ReceiveAsync(_buffer.AsMemory(offset));
        return read > 0 ? read : throw new InvalidOperationException("The server closed the connection.");
    }
}
