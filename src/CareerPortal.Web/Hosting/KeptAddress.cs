using System.Buffers;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Says under which addresses a page is kept. A page may read its address in more ways than one (Blazor takes query keys in
/// any case, the last of repeated values, or the first), so nobody tries to know how: an address is written exactly as the
/// site itself writes it, or its page is made for that request alone and neither stored nor looked up.
/// </summary>
internal static class KeptAddress
{
    /// <summary>A longer query is no search of a person.</summary>
    public const int LongestQuery = 512;

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // What browsers and the site leave as it is in a query; all else stands as %XX.
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~*+");

    /// <summary>Whether an address is one of those that a page is kept under.</summary>
    public static bool Is(HttpRequest request, SharedPageAttribute page, bool showsHost) =>
        IsPath(request.Path) && IsQuery(request.QueryString, page.VaryBy) && (!showsHost || IsHost(request.Host));

    /// <summary>A path without capitals: the site writes none, and a page shows the path it was asked by.</summary>
    public static bool IsPath(PathString path) => !path.Value.AsSpan().ContainsAny(Capitals);

    public static bool IsHost(HostString host) => !host.Value.AsSpan().ContainsAny(Capitals);

    /// <summary>No query, or named keys alone, each at most once, written as named, with a value of plain and encoded characters.</summary>
    public static bool IsQuery(QueryString query, ReadOnlySpan<string> names)
    {
        var text = query.Value.AsSpan();
        if (text.IsEmpty)
        {
            return true;
        }

        if (names.IsEmpty || names.Length > 64 || text.Length > LongestQuery)
        {
            return false;
        }

        var pairs = text[1..];
        var seen = 0UL;
        foreach (var range in pairs.Split('&'))
        {
            var pair = pairs[range];
            var equals = pair.IndexOf('=');
            var place = equals < 0 ? -1 : PlaceOf(pair[..equals], names);
            if (place < 0 || (seen & (1UL << place)) != 0 || !IsValue(pair[(equals + 1)..]))
            {
                return false;
            }

            seen |= 1UL << place;
        }

        return true;
    }

    private static int PlaceOf(ReadOnlySpan<char> key, ReadOnlySpan<string> names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (key.SequenceEqual(names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsValue(ReadOnlySpan<char> value)
    {
        while (value.IndexOfAnyExcept(Plain) is var at and >= 0)
        {
            if (value[at] != '%' || value.Length < at + 3 || !char.IsAsciiHexDigit(value[at + 1]) || !char.IsAsciiHexDigit(value[at + 2]))
            {
                return false;
            }

            value = value[(at + 3)..];
        }

        return true;
    }
}
