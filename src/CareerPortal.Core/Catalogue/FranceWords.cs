using System.Text.RegularExpressions;
using CareerPortal.French;

namespace CareerPortal.Catalogue;

/// <summary>
/// Finds in a text of a French catalogue what holds for France alone: its diplomas, offices and laws. Such a text is held back until rewritten.
/// </summary>
public static partial class FranceWords
{
    private const int MostNamed = 5;

    /// <summary>The words found, each once, at most five, separated by commas; null where nothing ties the text to France.</summary>
    public static string? In(string text)
    {
        var words = BelgianWords
            .Findings(text)
            .Select(f => f.Found)
            .Concat(OfFrance().Matches(text).Select(m => m.Value))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostNamed)
            .ToList();
        return words.Count == 0 ? null : string.Join(", ", words);
    }

    // « remise en ordre des chambres », « habilitation de sécurité », « le français » and « VAE, VTT » (bicycles) hold for Belgium as well.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:CAPA?|BEPA?|BPA?|BPJEPS|DEJEPS|DESJEPS|DEUST|BUT|BTSA?|BMA|DMA|MC|CQP[A-Z]*|RNCP|CACES|CCP|DE[A-Z]{2,4}|DN[A-Z]{1,4}"
            + @"|CAPES|CAPET|AFGSU|PSE ?[12]"
            + @"|SSIAP|FIMO|FCO|B2i|DUT|DU|VAE(?!, VTT)|Bac|AMF|BAF[AD]|BNSSA|CRPE|[Bb]accalauréat"
            + @"|[Bb]revet (?:de technicien|[Pp]rofessionnel|national|d['’]État|d['’]Etat)"
            + @"|[Tt]itre professionnel|[Dd]iplôme (?:d['’][ÉE]tat|national)|[Ll]icence [Pp]rofessionnelle|Licences?(?! (?:de |d['’]|européenne))"
            + @"|Master (?:[12]|[Rr]echerche|[Pp]rofessionnel)"
            + @"|M[12]|[Cc]ertificat de (?:spécialisation|qualification professionnelle|capacité)|[Mm]ention complémentaire|[Gg]randes? écoles?"
            + @"|(?:[Éé]|E)cole [Nn]ationale"
            + @"|[Ff]onction publique|(?:[Pp]ar|[Ss]ur|[Vv]ia(?: le| un)?|[Aa]près|[Dd]u|[Ll]e) [Cc]oncours"
            + @"|[Cc]oncours (?:de recrutement|externe|interne|d['’]entrée|d['’]accès)"
            + @"|[Cc]ode (?:du (?:travail|sport)|de la santé|rural|monétaire|de commerce|de l['’]éducation)|[Aa]rrêté du|Ordre (?:national|des)"
            + @"|ordre national"
            + @"|[Rr]églementée?s?|[Aa]grément|[Hh]abilitations? (?:électriques?|préfectorales?)|[Cc]arte professionnelle|[Pp]réfet|[Ff]rance"
            + @"|(?<!(?:[Ll]e|[Dd]u|[Ee]n|[Dd]e|[Ll]angue) )[Ff]rançaise?s?(?! [Ll]angue))(?![\p{L}\p{N}])"
    )]
    private static partial Regex OfFrance();
}
