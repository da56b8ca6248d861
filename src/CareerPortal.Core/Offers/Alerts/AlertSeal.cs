using System.Security.Cryptography;

namespace CareerPortal.Offers.Alerts;

/// <summary>
/// Makes what the links of alerts hold, and tells which of them are its own: the alert's number and 160 bits of a keyed hash of it and of what the link
/// is for, in small letters as all addresses of the site. The same link can so be made for each mail, no link is stored, and one of an alert that is
/// gone is still known to be one.
/// </summary>
public sealed class AlertSeal(byte[] secret)
{
    private const int NumberBytes = 16;
    private const int HashBytes = 20;

    public string Write(Guid alertId, AlertLink link)
    {
        var number = alertId.ToByteArray(bigEndian: true);
        return Convert.ToHexStringLower([.. number, .. HashOf(number, link)]);
    }

    /// <summary>The alert whose link it is; null where this site did not make it for that.</summary>
    public Guid? Read(string? text, AlertLink link)
    {
        if (text is not { Length: 2 * (NumberBytes + HashBytes) } || !text.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var bytes = Convert.FromHexString(text);
        var number = bytes.AsSpan(0, NumberBytes).ToArray();
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(NumberBytes), HashOf(number, link)) ? new Guid(number, bigEndian: true) : null;
    }

    private byte[] HashOf(byte[] number, AlertLink link) => HMACSHA256.HashData(secret, (byte[])[(byte)link, .. number])[..HashBytes];
}
