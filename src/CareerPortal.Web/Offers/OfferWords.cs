using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Web.Catalogue;
using CareerPortal.Web.Shell;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Offers;

/// <summary>How pages call what offers say.</summary>
public sealed class OfferWords(IStringLocalizer T, CatalogueView view)
{
    private const int MostAgo = 31;

    /// <summary>Brussels is in no province, and stands beside them by its code of NUTS 1.</summary>
    private const string Brussels = "BE1";

    /// <summary>A value of a facet, as filters and chips show it.</summary>
    public string ValueOf(OfferFacet facet, string value) =>
        value == OfferQuery.Unstated
            ? T["OfferFacet.Unstated"]
            : facet switch
            {
                OfferFacet.Contract => T[$"ContractKind.{value}"],
                OfferFacet.Regime => T[$"WorkRegime.{value}"],
                OfferFacet.Experience => T[$"ExperienceNeed.{value}"],
                OfferFacet.Telework => T[$"TeleworkKind.{value}"],
                OfferFacet.EmployerKind => T[$"EmployerKind.{value}"],
                OfferFacet.Studies => StudiesOf(value),
                OfferFacet.Language => LanguageOf(value),
                OfferFacet.Licence => T["OfferFacet.LicenceOf", value],
                OfferFacet.Sector => SectorOf(value),
                OfferFacet.Domain => CatalogueWords.Say(view.NameOf(TermKind.Field, value)),
                OfferFacet.Province => value == Brussels ? Site.Town("Bruxelles") : Site.Town(value),
                _ => value,
            };

    public string StudiesOf(LabelledCode level) => level.Code is { } code ? StudiesOf(code) : level.Label;

    public string LanguageOf(LabelledCode language) => language.Code is { } code ? LanguageOf(code) : language.Label;

    public string SectorOf(LabelledCode sector) => sector.Code is { } code ? SectorOf(code) : sector.Label;

    public static string LicenceOf(LabelledCode licence) => licence.Code ?? licence.Label;

    public string ContractOf(OfferFacts facts) => facts.Contract is { } contract ? T[$"ContractKind.{contract}"] : facts.ContractLabel ?? "";

    public string RegimeOf(OfferFacts facts) => facts.Regime is { } regime ? T[$"WorkRegime.{regime}"] : facts.RegimeLabel ?? "";

    public string ExperienceOf(OfferFacts facts) =>
        facts.Experience is { } experience ? T[$"ExperienceNeed.{experience}"] : facts.ExperienceLabel ?? "";

    /// <summary>An occupation or a group of them by its code, as the catalogue calls it; the code itself where it knows none.</summary>
    public string OccupationOf(string code) =>
        view.HeirOf(code) is { } occupation ? CatalogueWords.HeadingOf(occupation)
        : code.Length == 1 ? CatalogueWords.Say(view.NameOf(TermKind.Field, code))
        : code.Length == 3 ? CatalogueWords.Say(view.NameOf(TermKind.Domain, code))
        : CatalogueWords.Say(view.NameOf(TermKind.Family, code));

    /// <summary>How many offers there are.</summary>
    public string CountOf(int count) =>
        count switch
        {
            0 => T["Offers.CountNone"],
            1 => T["Offers.CountOne"],
            _ => T["Offers.CountMany", count],
        };

    /// <summary>Where the work is, the first places by name and how many more there are.</summary>
    public string PlacesOf(OfferFacts facts, int most = 2)
    {
        var names = facts.Places.Select(NameOf).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? T["Offers.NoPlace"]
            : names.Count <= most ? string.Join(", ", names)
            : T["Offers.MorePlaces", string.Join(", ", names.Take(most)), names.Count - most];
    }

    public static string NameOf(OfferPlace place) =>
        place.Municipality is { } municipality
            ? Site.Town(municipality)
            : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.Label.ToLowerInvariant());

    /// <summary>A pay as it is stated; null where none is.</summary>
    public string? PayOf(OfferFacts facts)
    {
        if (facts.Pay is not { } pay)
        {
            return null;
        }

        var amount =
            pay.LowCents == pay.HighCents
                ? Site.Money(pay.LowCents, pay.Currency)
                : T["Offers.PayRange", Site.Money(pay.LowCents, pay.Currency), Site.Money(pay.HighCents, pay.Currency)].Value;
        return T[$"Offers.Pay.{pay.Period}", amount];
    }

    /// <summary>How long ago a day was, in words up to a month, and then the day itself.</summary>
    public string Ago(DateOnly day, DateOnly today) =>
        today.DayNumber - day.DayNumber is var days && days < 0
            ? Site.Long(day)
            : days switch
            {
                0 => T["Offers.Today"],
                1 => T["Offers.Yesterday"],
                <= MostAgo => T["Offers.DaysAgo", days],
                _ => Site.Long(day),
            };

    /// <summary>On which boards of others a post stands: this site is none, nor is what an example was written for.</summary>
    public static List<string> BoardsOf(IEnumerable<ListedOffer> same) =>
        [
            .. same.Where(o => o.SourceKind is not (OfferSourceKind.Portal or OfferSourceKind.Example))
                .Select(o => o.Facts.Board ?? o.SourceName)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Whom an offer's source asks to name and its licence, parted; a name that is the source's own is not said again.</summary>
    public static string TermsOf(ListedOffer offer) =>
        offer.Attribution == offer.SourceName ? offer.Licence : $"{offer.Attribution} – {offer.Licence}";

    /// <summary>A distance in whole kilometres; within one kilometre it is there.</summary>
    public string Away(double kilometres) => kilometres < 1 ? T["Offers.Here"] : T["Offers.Away", Math.Round(kilometres)];

    private string StudiesOf(string code) => T[$"Isced.{code}"] is { ResourceNotFound: false } name ? name.Value : code;

    private string SectorOf(string code) => CatalogueWords.Say(view.NameOf(TermKind.Nace, code));

    private static string LanguageOf(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).DisplayName is { Length: > 0 } name ? name : code;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
