using System.Net;
using System.Net.Sockets;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>A line to the site that can be slow, hold chunks back, or be cut; what passes keeps its order.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<TcpClient> _open = [];
    private readonly Lock _gate = new();
    private readonly Uri _target;
    private readonly Task _accepting;
    private volatile bool _isCut;

    public TcpProxy(string target)
    {
        _target = new Uri(target);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>How long every chunk takes, each way.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Every so many chunks one is held back for longer; none where it is 0.</summary>
    public int HoldEvery { get; init; }

    public TimeSpan HeldFor { get; init; }

    public void Cut()
    {
        _isCut = true;
        lock (_gate)
        {
            _open.ForEach(c => c.Close());
            _open.Clear();
        }
    }

    public void Restore() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var here = await _listener.AcceptTcpClientAsync(_end.Token);
            if (_isCut)
            {
                here.Client.Close(0);
                continue;
            }

            _ = JoinAsync(here);
        }
    }

    private async Task JoinAsync(TcpClient here)
    {
        using var there = new TcpClient();
        try
        {
            await there.ConnectAsync(_target.Host, _target.Port, _end.Token);
            lock (_gate)
            {
                _open.AddRange([here, there]);
            }

            await Task.WhenAny(PassAsync(here.GetStream(), there.GetStream()), PassAsync(there.GetStream(), here.GetStream()));
        }
        catch (Exception e)
            when (e is SocketException or IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The line was cut.
        }
        finally
        {
            here.Close();
            lock (_gate)
            {
                _open.Remove(here);
                _open.Remove(there);
            }
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        for (var chunk = 1; ; chunk++)
        {
            var read = await from.ReadAsync(buffer, _end.Token);
            if (read == 0)
            {
                return;
            }

            if (Delay > TimeSpan.Zero)
            {
                await Task.Delay(HoldEvery > 0 && chunk % HoldEvery == 0 ? Delay + HeldFor : Delay, _end.Token);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }
    }
}
