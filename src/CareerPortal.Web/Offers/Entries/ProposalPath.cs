using CareerPortal.Accounts;

namespace CareerPortal.Web.Offers.Entries;

/// <summary>Where offers are proposed, and where the private link of a mail leads.</summary>
internal static class ProposalPath
{
    public const string Propose = "/offres/proposer";
    public const string Pattern = "/offres/proposition/{token}/donnees";

    public static string Of(TicketToken token) => $"/offres/proposition/{token.Text}";

    public static string Of(string token) => $"/offres/proposition/{token}";
}
