using CareerPortal.Accounts;

namespace CareerPortal.Web.Accounts;

/// <summary>Where a one-time link leads.</summary>
internal static class TicketPath
{
    public static string Of(TicketToken token) => $"/lien/{token.Text}";
}
