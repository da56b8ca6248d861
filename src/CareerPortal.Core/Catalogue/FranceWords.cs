using System.Text.RegularExpressions;
using CareerPortal.French;

namespace CareerPortal.Catalogue;

/// <summary>Finds in a text of a French catalogue what holds for France alone: its diplomas, offices and laws. Such a text is held back until rewritten.</summary>
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

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:CAPA?|BEPA?|BPA?|BPJEPS|DEJEPS|DESJEPS|DEUST|BUT|BTSA?|BMA|DMA|MC|CQP[A-Z]*|RNCP|CACES|CCP|DE[A-Z]{2,4}|DN[A-Z]{1,4}|CAPES|CAPET|AFGSU|PSE ?[12]"
            + @"|SSIAP|FIMO|FCO|B2i|DUT|DU|VAE|Bac|[Bb]accalauréat|[Bb]revet (?:de technicien|professionnel|national|d['’]État|d['’]Etat)|[Tt]itre professionnel"
            + @"|[Dd]iplôme (?:d['’][ÉE]tat|national)|[Ll]icence professionnelle|[Cc]ertificat de (?:spécialisation|qualification professionnelle|capacité)|[Mm]ention complémentaire"
            + @"|[Gg]randes? écoles?|[Éé]cole nationale|[Ff]onction publique|[Cc]oncours|[Cc]ode (?:du travail|de la santé|rural|monétaire|de commerce|de l['’]éducation)"
            + @"|[Oo]rdre (?:national|des)|[Rr]églementée?s?|[Aa]grément|[Hh]abilitation|[Cc]arte professionnelle|[Pp]réfet|[Ff]ran(?:ce|çaise?s?))(?![\p{L}\p{N}])"
    )]
    private static partial Regex OfFrance();
}
