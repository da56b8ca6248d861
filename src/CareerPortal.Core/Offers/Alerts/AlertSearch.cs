using System.Security.Cryptography;
using System.Text;
using CareerPortal.Offers.Board;

namespace CareerPortal.Offers.Alerts;

/// <summary>
/// What an alert looks for, as it is stored: the query of an address of the board, which its version keeps meaning the same. How recent offers shall be
/// is left out: an alert brings what is new, and a week's mail would lose what is older than a day.
/// </summary>
public static class AlertSearch
{
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>What of a question an alert can look for.</summary>
    public static OfferQuery Of(OfferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query with { Days = null, Page = 1 };
    }

    /// <summary>The question as it is stored; null where it is too long to be.</summary>
    public static string? Write(OfferQuery query) => OfferAddress.Of(Of(query)) is { Length: <= OfferAlert.SearchMaxLength } text ? text : null;

    /// <summary>What is stored as a question again, by the rules of the version that it names.</summary>
    public static OfferQuery Read(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return OfferAddress.Read(
            stored
                .TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('=', 2))
                .Where(p => p.Length == 2)
                .Select(p => KeyValuePair.Create(Uri.UnescapeDataString(p[0]), (string?)Uri.UnescapeDataString(p[1])))
        );
    }

    public static byte[] HashOf(string stored) => SHA256.HashData(Encoding.UTF8.GetBytes(stored));
}
