using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareerPortal.Testing.Attack;

/// <summary>Sends bytes as they are, each request over a connection of its own: what no proper client would send can be sent too.</summary>
public static class RawHttp
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    /// <summary>Sends a request whose lines end in <c>\n</c>, with a body after it, and asks to close the connection.</summary>
    public static Task<RawAnswer?> SendAsync(Uri server, string head, byte[]? body = null, CancellationToken cancellation = default)
    {
        var bytes = Encoding.UTF8.GetBytes(head.TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\nConnection: close\r\n\r\n");
        return SendAsync(server, [.. bytes, .. body ?? []], cancellation);
    }

    /// <summary>Null where the server closed the connection without a word.</summary>
    public static async Task<RawAnswer?> SendAsync(Uri server, byte[] request, CancellationToken cancellation = default)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, cancellation);

        // A server that has read enough answers while the rest is still under way.
        var sending = SendAllAsync(socket, request, cancellation);
        using var held = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = await socket.ReceiveAsync(buffer, cancellation)) > 0; )
            {
                held.Write(buffer, 0, read);
            }
        }
        catch (SocketException)
        {
            // Closed with something of the request unread: what came before it counts.
        }

        await sending;
        return Read(held.ToArray());
    }

    private static async Task SendAllAsync(Socket socket, byte[] request, CancellationToken cancellation)
    {
        try
        {
            for (var sent = 0; sent < request.Length; )
            {
                sent += await socket.SendAsync(request.AsMemory(sent), cancellation);
            }
        }
        catch (SocketException)
        {
            // The server has closed; its answer says why.
        }
    }

    private static RawAnswer? Read(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf(HeadEnd);
        if (end < 0)
        {
            return null;
        }

        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        var headers = lines.Skip(1).Select(l => l.Split(':', 2)).Where(p => p.Length == 2).Select(p => (p[0], p[1].Trim())).ToList();
        var answer = new RawAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, bytes[(end + HeadEnd.Length)..]);
        var body = answer.Header("Transfer-Encoding") is "chunked" ? Joined(answer.Body) : answer.Body;
        return answer with { Body = Unpacked(body, answer.Header("Content-Encoding")) };
    }

    private static byte[] Joined(byte[] chunks)
    {
        using var whole = new MemoryStream();
        for (var at = 0; at < chunks.Length; )
        {
            var line = chunks.AsSpan(at).IndexOf("\r\n"u8);
            if (
                line < 0
                || !int.TryParse(Encoding.ASCII.GetString(chunks, at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size)
                || size == 0
            )
            {
                break;
            }

            at += line + 2;
            whole.Write(chunks, at, Math.Min(size, chunks.Length - at));
            at += size + 2;
        }

        return whole.ToArray();
    }

    private static byte[] Unpacked(byte[] body, string? encoding)
    {
        if (encoding is null || body.Length == 0)
        {
            return body;
        }

        using var packed = new MemoryStream(body);
        using Stream unpacking =
            encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpacking.CopyTo(plain);
        return plain.ToArray();
    }
}
