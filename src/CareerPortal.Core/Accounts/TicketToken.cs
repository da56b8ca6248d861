using System.Security.Cryptography;
using System.Text;

namespace CareerPortal.Accounts;

/// <summary>What a one-time link holds: 256 random bits, in small letters as all addresses of the site. The store knows their hash alone.</summary>
public sealed record TicketToken
{
    private const int Bytes = 32;

    private TicketToken(string text) => Text = text;

    /// <summary>As it stands in an address.</summary>
    public string Text { get; }

    public static TicketToken New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Reads what stands in an address; null where it can be no token.</summary>
    public static TicketToken? Parse(string? text) =>
        text is { Length: 2 * Bytes } && text.All(char.IsAsciiHexDigitLower) ? new TicketToken(text) : null;

    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    public override string ToString() => nameof(TicketToken);
}
