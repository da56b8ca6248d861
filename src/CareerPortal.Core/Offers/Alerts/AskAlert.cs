using CareerPortal.Offers.Board;

namespace CareerPortal.Offers.Alerts;

/// <summary>Somebody asks for an alert.</summary>
/// <param name="Email">Where mails go, read by <see cref="Accounts.EmailText"/>.</param>
/// <param name="Query">What the offers shall answer.</param>
/// <param name="Rhythm">How often mails come at most.</param>
/// <param name="Language">The language of the mails.</param>
public sealed record AskAlert(string Email, OfferQuery Query, AlertRhythm Rhythm, string Language);
