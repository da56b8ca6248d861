using CareerPortal.Catalogue;
using CareerPortal.Compatibility;
using CareerPortal.Guides;
using CareerPortal.Offers;

namespace CareerPortal.Web.Fitting;

/// <summary>How an offer fits by the result that this browser knows.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Occupation">What it is about; null where nothing speaks for any.</param>
/// <param name="Guide">The occupation's guide, if it has one.</param>
/// <param name="Quiz">The quiz with the result; null where this browser knows none.</param>
/// <param name="Match">What the answers say; null without a result, or where the quiz knows no such occupation.</param>
public sealed record OfferFit(ListedOffer Offer, ListedEntry? Occupation, GuideSummary? Guide, QuizProgress? Quiz, OccupationMatch? Match);
