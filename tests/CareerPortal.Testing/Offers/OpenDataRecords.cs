using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CareerPortal.Testing.Offers;

/// <summary>
/// Writes records in the form of Le Forem's open data, the same for the same number each time, with the traps of real ones: what may be missing is,
/// regions are mixed with countries and provinces, titles end in damaged suffixes, names stand in capitals, texts come again under another number.
/// </summary>
public static class OpenDataRecords
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, string Postcode, string Province, string Nuts, string Region, double Longitude, double Latitude)[] Towns =
    [
        ("VIELSALM", "6690", "Province du Luxembourg", "BE34", "RÉGION WALLONNE", 5.915278, 50.286282),
        ("Namur", "5000", "Province de Namur", "BE35", "RÉGION WALLONNE", 4.8671, 50.4669),
        ("LIÈGE", "4000", "Province de Liège", "BE33", "RÉGION WALLONNE", 5.5734, 50.6451),
        ("Charleroi", "6000", "Province du Hainaut", "BE32", "RÉGION WALLONNE", 4.4446, 50.4108),
        ("WAVRE", "1300", "Province du Brabant wallon", "BE31", "RÉGION WALLONNE", 4.6077, 50.7164),
        ("Ixelles", "1050", "RÉGION DE BRUXELLES-CAPITALE", "BE10", "RÉGION DE BRUXELLES-CAPITALE", 4.3815, 50.8222),
        ("Arrondissement de Liège", "", "Province de Liège", "BE33", "RÉGION WALLONNE", 0, 0),
    ];

    private static readonly string[] Jobs =
    [
        "Ingénieur Production",
        "Magasinier",
        "Infirmier en soins généraux",
        "Boulanger-pâtissier",
        "Électricien industriel",
        "Aide-ménager",
        "COMPTABLE",
        "Chauffeur poids lourd CE",
        "Soudeur TIG",
        "Employé administratif",
        "Vigile",
        "Technicien de maintenance",
    ];

    private static readonly string[] Suffixes = [" (H/F/X)", " /x) (H/F/X)", " (/X) | CDI (H/F/X)", " h/f", ""];

    private static readonly string[] Contracts =
    [
        "Intérimaire avec option sur durée indéterminée",
        "Intérimaire avec option sur durée indéterminée",
        "Durée indéterminée",
        "Durée Indéterminée",
        "Intérimaire",
        "Durée déterminée",
        "Etudiant",
        "Remplacement",
        "Contrat collaboration indépendant",
        "Flexi-Jobs",
        "Journalier (occasionnel ou saisonnier)",
        "Salarié statutaire",
        "Nettement défini",
        "Contrat inconnu de toute table",
    ];

    /// <summary>The identifier of a record.</summary>
    public static string IdOf(int number) => (1_600_000 + number).ToString(CultureInfo.InvariantCulture);

    /// <summary>One record as JSON.</summary>
    public static string Write(int number, DateOnly today, string? titleEnd = null)
    {
        var town = Towns[number % Towns.Length];
        var isBrussels = town.Nuts == "BE10";
        var hasPlace = number % 31 != 0;
        var hasGeo = hasPlace && number % 7 != 3 && town.Postcode.Length > 0;
        var isAgain = number % 5 == 0;
        var title = Jobs[(isAgain ? number / 5 : number) % Jobs.Length] + Suffixes[number % Suffixes.Length] + titleEnd;
        var published = today.AddDays(-(number % 40));
        var fields = new Dictionary<string, object?>
        {
            ["numerooffreforem"] = IdOf(number),
            ["titreoffre"] = title,
            ["lieuxtravaillocalite"] = !hasPlace ? null : (string[])[town.Name],
            ["lieuxtravailregion"] = isBrussels ? ["Belgique", town.Region] : (string[])["Belgique", town.Province, town.Region],
            ["lieuxtravailcodepostal"] = !hasPlace || town.Postcode.Length == 0 ? null : (string[])[town.Postcode],
            ["lieuxtravailregionnuts"] = isBrussels ? ["BE", "BE10"] : (string[])["BE", town.Nuts, town.Nuts[..3]],
            ["lieuxtravailgeo"] = hasGeo ? new[] { new { lon = town.Longitude, lat = town.Latitude } } : null,
            ["typecontrat"] = Contracts[number % Contracts.Length],
            ["nomemployeur"] =
                number % 11 == 0 ? "Confidentiel"
                : number % 9 == 0 ? "RANDSTAD BELGIUM"
                : $"Entreprise {number % 900}",
            ["regimetravail"] = number % 4 == 0 ? "Temps partiel" : "Temps plein",
            ["nombrepostes"] = 1 + number % 3,
            ["niveauxetudes"] = number % 3 == 0 ? null : (string[])["Primaire"],
            ["niveauxetudesisced2011"] = number % 3 == 0 ? null : (string[])["02"],
            ["langues"] = (string[])["Français"],
            ["languescodeiso2"] = number % 6 == 0 ? null : (string[])["FR"],
            ["experiencerequise"] = number % 8 == 0 ? "2 à 5 ans" : null,
            ["permisdeconduire"] = number % 10 == 0 ? (string[])["B - Voitures"] : null,
            ["secteurs"] = (string[])["Imprimerie et reproduction d'enregistrements"],
            ["secteurscodenace"] = number % 12 == 0 ? null : (string[])["18"],
            ["source"] = number % 5 < 2 ? "Jobat" : "Via site Forem",
            ["referenceexterne"] = number % 13 == 0 ? null : $"REF-{(isAgain ? number / 5 : number)}",
            ["url"] = number % 17 == 0 ? null : $"https://www.leforem.be/recherche-offres/offre-detail/{IdOf(number)}",
            ["datedebutdiffusion"] = published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["datefindiffusion"] = number % 19 == 0 ? null : published.AddDays(80).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["metier"] = "Responsable de production",
            ["metiercodedimeco"] = number % 23 == 0 ? null : "H250201-1",
        };
        if (number % 29 == 0)
        {
            // Some members are not there at all.
            fields.Remove("url");
            fields.Remove("referenceexterne");
        }

        return JsonSerializer.Serialize(fields, Form);
    }

    /// <summary>Many records as a JSON array.</summary>
    public static async Task WriteAsync(Stream stream, IEnumerable<int> numbers, DateOnly today, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        await writer.WriteAsync("[");
        var isFirst = true;
        foreach (var number in numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            await writer.WriteAsync(isFirst ? "" : ",\n");
            await writer.WriteAsync(Write(number, today));
            isFirst = false;
        }

        await writer.WriteAsync("]");
    }
}
