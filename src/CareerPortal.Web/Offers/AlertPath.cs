using CareerPortal.Offers.Alerts;
using CareerPortal.Offers.Board;

namespace CareerPortal.Web.Offers;

/// <summary>Where alerts are asked for, and where the links of their mails lead: each opens a page, and none of them changes anything.</summary>
internal static class AlertPath
{
    public const string Ask = "/offres/alerte";
    public const string Confirm = "/offres/alerte/confirmer";
    public const string Manage = "/offres/alerte/gerer";
    public const string GoOn = "/offres/alerte/continuer";
    public const string Opinion = "/offres/alerte/avis";
    public const string Data = "/offres/alerte/donnees";
    public const string Stop = "/offres/alerte/arreter";

    /// <summary>Where an alert for a search is asked for.</summary>
    public static string Of(OfferQuery query) => Ask + OfferAddress.Of(AlertSearch.Of(query));
}
