using CareerPortal.Offers.Entries;

namespace CareerPortal.Web.Offers.Entries;

/// <summary>How the fields of the form of an offer are called in pages, and how a form that was sent is read.</summary>
internal static class OfferFormNames
{
    /// <summary>What a form may weigh: each of its texts in letters that take nine signs on the way.</summary>
    public const int MostBytes = 256 * 1024;

    private static readonly Dictionary<OfferFormField, string> Names = new()
    {
        [OfferFormField.Whole] = "offre",
        [OfferFormField.Title] = "intitule",
        [OfferFormField.Employer] = "employeur",
        [OfferFormField.Kind] = "recruteur",
        [OfferFormField.Places] = "lieux",
        [OfferFormField.Contract] = "contrat",
        [OfferFormField.Regime] = "regime",
        [OfferFormField.Hours] = "heures",
        [OfferFormField.Posts] = "postes",
        [OfferFormField.Experience] = "experience",
        [OfferFormField.Studies] = "etudes",
        [OfferFormField.Languages] = "langues",
        [OfferFormField.Licences] = "permis",
        [OfferFormField.Sector] = "secteur",
        [OfferFormField.Telework] = "teletravail",
        [OfferFormField.PayLow] = "salaire-de",
        [OfferFormField.PayHigh] = "salaire-a",
        [OfferFormField.PayPeriod] = "salaire-par",
        [OfferFormField.PayScale] = "bareme",
        [OfferFormField.Missions] = "missions",
        [OfferFormField.Profile] = "profil",
        [OfferFormField.Offered] = "avantages",
        [OfferFormField.ApplyUrl] = "postuler-page",
        [OfferFormField.ApplyEmail] = "postuler-courriel",
        [OfferFormField.ApplyAddress] = "postuler-autrement",
        [OfferFormField.LastDay] = "jusqu-au",
    };

    public static string Of(OfferFormField field) => Names[field];

    /// <summary>The field of a page that an error leads to.</summary>
    public static string IdOf(OfferFormField field) => $"champ-{Names[field]}";

    /// <summary>Which version of the offer was read before this was sent; none where that is not said.</summary>
    public static Guid VersionOf(IFormCollection sent) => Guid.TryParse(sent["version"].FirstOrDefault(), out var version) ? version : Guid.Empty;

    /// <summary>What was sent, as it was typed.</summary>
    public static OfferForm Read(IFormCollection sent)
    {
        return new OfferForm
        {
            Title = One(OfferFormField.Title),
            Employer = One(OfferFormField.Employer),
            Kind = One(OfferFormField.Kind),
            Places = One(OfferFormField.Places),
            Contract = One(OfferFormField.Contract),
            Regime = One(OfferFormField.Regime),
            Hours = One(OfferFormField.Hours),
            Posts = One(OfferFormField.Posts),
            Experience = One(OfferFormField.Experience),
            Studies = Many(OfferFormField.Studies),
            Languages = Many(OfferFormField.Languages),
            Licences = One(OfferFormField.Licences),
            Sector = One(OfferFormField.Sector),
            Telework = One(OfferFormField.Telework),
            PayLow = One(OfferFormField.PayLow),
            PayHigh = One(OfferFormField.PayHigh),
            PayPeriod = One(OfferFormField.PayPeriod),
            PayScale = One(OfferFormField.PayScale),
            Missions = One(OfferFormField.Missions),
            Profile = One(OfferFormField.Profile),
            Offered = One(OfferFormField.Offered),
            ApplyUrl = One(OfferFormField.ApplyUrl),
            ApplyEmail = One(OfferFormField.ApplyEmail),
            ApplyAddress = One(OfferFormField.ApplyAddress),
            LastDay = One(OfferFormField.LastDay),
        };

        string One(OfferFormField field) => sent[Names[field]].FirstOrDefault() ?? "";

        IReadOnlyList<string> Many(OfferFormField field) => [.. sent[Names[field]].OfType<string>().Where(v => v.Length > 0)];
    }

    /// <summary>The form as names and values, for a page that carries it on.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(OfferForm form) =>
        Enum.GetValues<OfferFormField>()
            .Where(f => f != OfferFormField.Whole)
            .SelectMany(f =>
                f switch
                {
                    OfferFormField.Studies => form.Studies.Select(v => (Names[f], v)),
                    OfferFormField.Languages => form.Languages.Select(v => (Names[f], v)),
                    _ => [(Names[f], form.Text(f))],
                }
            );
}
