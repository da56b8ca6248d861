using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>Tells the infinitive in « de le faire » from the noun in « de le métier ».</summary>
internal static partial class Infinitive
{
    private static readonly HashSet<string> Nouns = new(
        (
            "métier atelier chantier quartier courrier premier dernier ouvrier cahier fichier calendrier clavier escalier pilier policier "
            + "infirmier banquier financier particulier mobilier immobilier routier cuisinier danger cancer hiver leader manager master fer "
            + "boulanger étranger berger verger clocher boucher rocher plancher foyer loyer poster reporter designer serveur papier dossier "
            + "gibier levier loisir plaisir désir tir cuir soupir émir maître contremaître cylindre gendre délire notaire "
            + "conseiller jardinier menuisier caissier hôtelier chevalier"
        ).Split(' '),
        StringComparer.Ordinal
    );

    public static bool Is(string word)
    {
        var small = word.ToLowerInvariant();
        return !Nouns.Contains(small) && Ending().IsMatch(small);
    }

    // Verbs in -er and -ir are open; those in -oir and -re are a closed set.
    [GeneratedRegex(
        """
            er$ | (?<!o)ir$ | (?:voir|vouloir|valoir|seoir|mouvoir)$
            | (?:faire|plaire|traire|dire|lire|[ée]crire|scrire|rire|duire|truire|cuire|nuire|luire|suivre|vivre|mettre|battre|[aî]ître|oître
              |[ae]ndre|ondre|perdre|mordre|tordre|[aeo]indre|oudre|rompre|vaincre|croire|boire|clure|clore|suffire)$
            | ^(?:être|taire)$
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Ending();
}
