using System.Net;
using System.Security.Cryptography;
using System.Text;
using CareerPortal.Web.Shell;
using StackExchange.Redis;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// The pages that nodes share through Redis. It is asked over one connection, which mends itself in the background; nothing waits for that.
/// </summary>
internal sealed class RedisShelf(ConfigurationOptions options) : IPageShelf, IAsyncDisposable
{
    public const string ConnectionName = "Redis";

    private const string Prefix = "portal:";
    private const int ConnectMilliseconds = 1000;

    private readonly Lock _gate = new();
    private Task<ConnectionMultiplexer>? _connection;

    /// <exception cref="StartException">The text is no Redis connection string.</exception>
    public static ConfigurationOptions Read(string connection)
    {
        ConfigurationOptions options;
        try
        {
            options = ConfigurationOptions.Parse(connection);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StartException("ConnectionStrings:Redis is not a Redis connection string.", e);
        }

        if (options.EndPoints.Count == 0 || options.EndPoints.OfType<DnsEndPoint>().Any(e => Uri.CheckHostName(e.Host) == UriHostNameType.Unknown))
        {
            throw new StartException("ConnectionStrings:Redis is not a Redis connection string: it names no server, or one that has no such name.");
        }

        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectRetry = 1;
        options.ConnectTimeout = ConnectMilliseconds;
        options.AsyncTimeout = ConnectMilliseconds;
        options.ReconnectRetryPolicy = new LinearRetry(ConnectMilliseconds);
        options.IncludeDetailInExceptions = false;
        return options;
    }

    public async Task<(byte[] Page, TimeSpan ValidFor)?> ReadAsync(string key)
    {
        var found = await (await DatabaseAsync()).StringGetWithExpiryAsync(Sealed(key));
        return found is { Value.IsNull: false, Expiry: { } left } ? ((byte[])found.Value!, left) : null;
    }

    public async Task WriteAsync(string key, byte[] page, TimeSpan validFor) =>
        await (await DatabaseAsync()).StringSetAsync(Sealed(key), page, validFor);

    /// <summary>Writes, because a server that is full or a mere copy still reads.</summary>
    public async Task ProbeAsync() => await (await DatabaseAsync()).StringSetAsync(Prefix + "probe", 1, TimeSpan.FromSeconds(10));

    public async ValueTask DisposeAsync()
    {
        if (_connection is { IsCompletedSuccessfully: true } made)
        {
            await (await made).DisposeAsync();
        }
    }

    /// <summary>A key that tells nothing, wherever the server or an exception writes it.</summary>
    private static string Sealed(string key) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async ValueTask<IDatabase> DatabaseAsync()
    {
        Task<ConnectionMultiplexer> connection;
        lock (_gate)
        {
            if (_connection is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _connection = ConnectionMultiplexer.ConnectAsync(options);
            }

            connection = _connection;
        }

        return (await connection).GetDatabase();
    }
}
