using System.Net;
using System.Net.Sockets;
using CareerPortal.Compatibility;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Gives each caller a place in a <see cref="RequestMeter"/>. The hash has a seed of its own in each process, so nobody can choose to share
/// another's place.
/// </summary>
internal static class Caller
{
    /// <summary>The place of an address. Whoever has one address of version 6 has all that share its first 64 bits.</summary>
    public static int PlaceOf(IPAddress? address)
    {
        if (address is null)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        address.TryWriteBytes(bytes, out var written);
        return Place(bytes[..(address.AddressFamily == AddressFamily.InterNetworkV6 ? 8 : written)]);
    }

    /// <summary>The place of a quiz.</summary>
    public static int PlaceOf(ResumeCode code) => Place(code.Hash());

    /// <summary>The place of an account.</summary>
    public static int PlaceOf(Guid account) => Place(account.ToByteArray());

    private static int Place(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode() & (RequestMeter.Places - 1);
    }
}
