using System.Net;
using System.Net.Sockets;

namespace CareerPortal.Directories;

/// <summary>
/// Asks an address whether it answers: only over http or https, only machines in the open net (asked anew at each connection, so that neither a
/// redirect nor a name that changes leads inside), with little patience, and without reading what comes.
/// </summary>
public sealed class LinkProbe : IDisposable
{
    private const int MostRedirects = 5;

    private readonly Func<IPAddress, bool> _mayAsk;
    private readonly HttpClient _client;

    /// <param name="patience">How long one address may take in all.</param>
    /// <param name="mayAsk">The machines that may be asked; those of the open net where nothing else is said.</param>
    public LinkProbe(TimeSpan patience, Func<IPAddress, bool>? mayAsk = null)
    {
        _mayAsk = mayAsk ?? PublicNetwork.Holds;
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectCallback = ConnectAsync,
                MaxResponseHeadersLength = 32,
                PooledConnectionLifetime = TimeSpan.Zero,
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            Timeout = patience,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; CareerPortal link check)");
        _client.DefaultRequestHeaders.Accept.ParseAdd("*/*");
    }

    /// <summary>What the address answers in the end; null where nobody does, or where it may not be asked.</summary>
    public async Task<int?> AskAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            // Some servers do not know HEAD, and some answer it wrongly.
            var answer = await AskAsync(HttpMethod.Head, address, cancellation);
            return answer is >= 200 and < 400 ? answer : await AskAsync(HttpMethod.Get, address, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<int?> AskAsync(HttpMethod method, Uri address, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0)
            {
                return null;
            }

            using var request = new HttpRequestMessage(method, address);
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
            {
                return (int)answer.StatusCode;
            }

            if (!Uri.TryCreate(address, location, out var next))
            {
                return null;
            }

            address = next;
        }

        return null;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var machines = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);

        // One that lies inside is enough to refuse: the name is not one of the open net.
        if (machines.Length == 0 || !machines.All(_mayAsk))
        {
            throw new HttpRequestException("The address does not lie in the open net.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(machines, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
