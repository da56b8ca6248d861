using System.Net;
using System.Net.Sockets;

namespace CareerPortal.Directories;

/// <summary>Which addresses of machines lie in the open net: the site asks no other, whatever a link or its redirect names.</summary>
public static class PublicNetwork
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    // Of version 6 only what is given out to the world is asked, without its translations of version 4 and its examples.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] ClosedOfGlobal =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(n => IPNetwork.Parse(n)),
    ];

    public static bool Holds(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Closed.Any(n => n.Contains(plain)),
            AddressFamily.InterNetworkV6 => plain.ScopeId == 0 && Global.Contains(plain) && !ClosedOfGlobal.Any(n => n.Contains(plain)),
            _ => false,
        };
    }
}
