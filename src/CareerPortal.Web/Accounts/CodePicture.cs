using QRCoder;

namespace CareerPortal.Web.Accounts;

/// <summary>Draws the key of one-time codes as apps read it with the camera.</summary>
internal static class CodePicture
{
    private const int DotSize = 5;

    /// <summary>An inline drawing, dark on light whatever the theme: cameras ask for that.</summary>
    public static string Of(string site, string email, string key)
    {
        var address =
            $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Uri.EscapeDataString(site)}&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        return drawing.GetGraphic(DotSize, "#1c2430", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
