using System.Text.RegularExpressions;

namespace CareerPortal.Offers.Entries;

/// <summary>
/// Phrases that an offer should not hold, in plain small letters. An editorial list of this portal, drawn up by no outside authority: it points
/// whoever reads to a place worth a second look, and proves nothing. It is set out in <c>docs/how-to/offers.md</c>.
/// </summary>
public static partial class OfferPhrases
{
    /// <summary>The phrases by what speaks against them.</summary>
    public static IReadOnlyList<(OfferFaultKind Kind, IReadOnlyList<string> Phrases)> All { get; } =
    [
        (
            OfferFaultKind.AsksPastPay,
            [
                "salaire actuel",
                "salaire precedent",
                "dernier salaire",
                "derniers salaires",
                "ancien salaire",
                "remuneration actuelle",
                "remuneration precedente",
                "derniere remuneration",
                "package actuel",
                "package salarial actuel",
                "historique salarial",
                "dernieres fiches de paie",
                "derniere fiche de paie",
                "vos fiches de paie",
                "fiches de salaire precedentes",
            ]
        ),
        (
            OfferFaultKind.AsksMoney,
            [
                "frais de dossier",
                "frais d inscription",
                "frais de candidature",
                "frais a votre charge pour postuler",
                "acompte a verser",
                "versement prealable",
                "payer votre formation avant",
                "acheter un kit",
                "achat d un kit",
                "kit de demarrage a acheter",
                "votre numero de compte",
                "votre compte bancaire",
                "vos coordonnees bancaires",
                "votre iban",
                "votre carte bancaire",
                "votre carte de banque",
                "copie de votre carte d identite",
                "photo de votre carte d identite",
                "votre numero de registre national",
                "votre numero national",
            ]
        ),
        (
            OfferFaultKind.Age,
            [
                "jeune equipe",
                "equipe jeune",
                "jeune et dynamique",
                "dynamique et jeune",
                "jeune homme",
                "jeune femme",
                "jeune diplome",
                "jeune diplomee",
                "jeunes diplomes",
                "jeune collaborateur",
                "jeune collaboratrice",
                "profil jeune",
                "profil junior uniquement",
                "jeune retraite",
                "age maximum",
                "age minimum",
                "limite d age",
                "moins de 25 ans",
                "moins de 26 ans",
                "moins de 30 ans",
                "moins de 35 ans",
                "moins de 40 ans",
                "maximum 30 ans",
                "maximum 35 ans",
                "maximum 40 ans",
                "entre 18 et 25 ans",
                "entre 20 et 30 ans",
                "entre 25 et 35 ans",
                "digital native",
            ]
        ),
        (
            OfferFaultKind.Sex,
            [
                "poste reserve aux hommes",
                "poste reserve aux femmes",
                "hommes uniquement",
                "femmes uniquement",
                "un homme de",
                "une femme de menage",
                "homme a tout faire",
                "de preference un homme",
                "de preference une femme",
                "de sexe masculin",
                "de sexe feminin",
                "force masculine",
                "charme feminin",
            ]
        ),
        (
            OfferFaultKind.Origin,
            [
                "nationalite belge",
                "de nationalite",
                "belge de souche",
                "origine belge",
                "origine europeenne",
                "europeens uniquement",
                "langue maternelle",
                "francophone de naissance",
                "sans accent",
                "ne en belgique",
                "nee en belgique",
                "sans signe religieux",
                "signes religieux",
                "confession",
                "religion",
                "casier judiciaire vierge",
            ]
        ),
        (
            OfferFaultKind.Health,
            [
                "en parfaite sante",
                "en bonne sante",
                "bonne condition physique",
                "excellente condition physique",
                "sans handicap",
                "ne pas etre malade",
                "aucun probleme de sante",
            ]
        ),
        (
            OfferFaultKind.Family,
            ["sans enfant", "sans enfants", "sans charge de famille", "celibataire", "pas enceinte", "situation familiale", "etat civil"]
        ),
        (
            OfferFaultKind.Appearance,
            [
                "physique agreable",
                "physique avantageux",
                "bonne presentation physique",
                "belle apparence",
                "avec photo",
                "joindre une photo",
                "cv avec photo",
            ]
        ),
    ];

    /// <summary>Each phrase of a text as it stands there, the first of each kind.</summary>
    public static IEnumerable<(OfferFaultKind Kind, string Phrase)> In(string text)
    {
        var words = Word().Matches(text).ToList();
        var keys = words.ConvertAll(w => PlainLetters.Of(w.Value).ToLowerInvariant());
        foreach (var (kind, phrases) in All)
        {
            if (phrases.Select(p => Find(keys, p.Split(' '))).FirstOrDefault(f => f is not null) is { } found)
            {
                var (from, to) = (words[found.First], words[found.Last]);
                yield return (kind, text[from.Index..(to.Index + to.Length)]);
            }
        }
    }

    private static Found? Find(List<string> words, string[] phrase)
    {
        for (var at = 0; at + phrase.Length <= words.Count; at++)
        {
            if (phrase.Index().All(p => words[at + p.Index] == p.Item))
            {
                return new Found(at, at + phrase.Length - 1);
            }
        }

        return null;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Word();

    private sealed record Found(int First, int Last);
}
