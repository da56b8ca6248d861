using System.Globalization;

namespace CareerPortal.Offers.Sources;

/// <summary>What feeds call the things that an offer says, whichever of them it is.</summary>
internal static class FeedFields
{
    /// <summary>An offer from named texts; the first name of each thing that has one counts.</summary>
    public static RawOffer RawOf(Func<string, string?> text)
    {
        string? First(params string[] names) => names.Select(text).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        var salary = First("salary", "salaire", "remuneration");
        var region = First("region", "province", "department");
        var studies = First("education", "etudes", "niveau d etudes", "diplome", "dc:type");
        return new RawOffer
        {
            Id = First("guid", "job_id", "referencenumber", "identifiant", "id", "reference", "numero", "link", "url"),
            Reference = First("reference", "referencenumber", "dc:identifier", "identifiant", "guid"),
            Title = First("title", "titre", "intitule", "poste"),
            Employer = First("company_title", "company", "entreprise", "employeur", "employer", "dc:publisher", "author", "dc:creator"),
            Contract = First("contract", "contrat", "type de contrat", "jobtype"),
            Regime = First("job_time", "regime", "temps de travail"),
            Experience = First("experience"),
            Telework = First("remote", "teletravail"),
            Url = First("url", "link", "redirection", "lien"),
            Text = string.Join("\n\n", new[] { First("description", "texte", "content:encoded"), First("profile", "profil") }.OfType<string>()),
            JobLabel = First("metier", "fonction"),
            JobCode = First("code_rome", "code", "code metier"),
            Published = First("publication_date", "date_updated", "pubDate", "date", "date de publication", "published", "updated_date"),
            Expires = First("date_expired", "expires", "date de fin", "date limite", "validthrough"),
            Localities = First("city", "ville", "region/city", "localite", "commune", "dc:coverage") is { } town ? [town.Split(',')[0]] : [],
            Postcodes = First("postal_code", "code postal", "postcode", "zip", "cp") is { } code ? [code] : [],
            Points = First("geoloc") is { } geo && PointIn(geo) is { } point ? [point] : [],
            Regions = region is null ? [] : [region],
            Studies = studies is null ? [] : [studies],
            Languages = First("language", "langues", "languages", "langue") is { } languages
                ? languages.Split([',', ';', '/'], StringSplitOptions.TrimEntries)
                : [],
            Sectors = First("sector", "secteur", "company_sector") is { } sector ? [sector] : [],
            Pay =
                OfferPayText.Read(
                    First("salary_details/salary_min/amount", "salary/min"),
                    First("salary_details/salary_max/amount", "salary/max"),
                    First("salary_details/salary_min/currencyCode", "salary/currency"),
                    First("salary_details/period", "salary/rate")
                ) ?? OfferPayText.Read(salary),
        };
    }

    private static (double, double)? PointIn(string text) =>
        text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) is [var latitude, var longitude]
        && double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north)
        && double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
            ? (north, east)
            : null;
}
