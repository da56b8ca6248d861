using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>
/// Finds masculine names of people that stand for everybody, « les étudiants », « l’annotateur doit … », where the same sentence does not name the
/// women too. Only the words of its list, which guides use; names of societies and quotations are left out.
/// </summary>
public static partial class GenderedWording
{
    private static readonly FrozenDictionary<string, string> Feminines = (
        "annotateur annotatrice animateur animatrice apprenti apprentie candidat candidate chercheur chercheuse chômeur chômeuse citoyen citoyenne "
        + "collaborateur collaboratrice conseiller conseillère contrôleur contrôleuse coordinateur coordinatrice cuisinier cuisinière débutant "
        + "débutante demandeur demandeuse développeur développeuse directeur directrice éducateur éducatrice électricien électricienne employé employée "
        + "encodeur encodeuse enseignant enseignante étudiant étudiante expert experte formateur formatrice infirmier infirmière informaticien "
        + "informaticienne ingénieur ingénieure mécanicien mécanicienne modérateur modératrice opérateur opératrice ouvrier ouvrière participant "
        + "participante recruteur recruteuse rédacteur rédactrice soudeur soudeuse superviseur superviseuse technicien technicienne testeur testeuse "
        + "traducteur traductrice travailleur travailleuse utilisateur utilisatrice vendeur vendeuse"
    )
        .Split(' ')
        .Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The words in their order; a plural may take the doublet as it is, a singular asks for more to change.</summary>
    public static IReadOnlyList<WordFinding> Findings(string text)
    {
        var prose = ProtectedText.Blot(text);
        var findings = new List<WordFinding>();
        foreach (Match match in Generic().Matches(prose))
        {
            var noun = match.Groups["noun"].Value;
            var isPlural = noun.EndsWith('s');
            if (!Feminines.TryGetValue(isPlural ? noun[..^1] : noun, out var feminine))
            {
                continue;
            }

            var article = match.Groups["article"].Value;
            if (NamesBoth(prose, match.Index, feminine) || NameBefore().IsMatch(prose[..match.Index]))
            {
                continue;
            }

            var both = isPlural ? $"{article} {noun} et {article.ToLowerInvariant()} {feminine}s" : OneOf(article, noun, feminine);
            var length = match.Groups["noun"].Index + noun.Length - match.Index;
            findings.Add(new WordFinding(text.Substring(match.Index, length), both, match.Index, isPlural));
        }

        return findings;
    }

    private static string OneOf(string article, string noun, string feminine) =>
        article.ToLowerInvariant() switch
        {
            "le" => $"{article} {noun} ou la {feminine}",
            "un" => $"{article} {noun} ou une {feminine}",
            "chaque" => $"{article} {noun} ou {feminine}",
            _ => $"{article}{noun} ou l’{feminine}",
        };

    /// <summary>Whether the sentence around a place has the feminine word.</summary>
    private static bool NamesBoth(string prose, int at, string feminine)
    {
        var from = prose.AsSpan(0, at).LastIndexOfAny(".!?\n") + 1;
        var length = prose.AsSpan(at).IndexOfAny(".!?\n");
        var sentence = length < 0 ? prose.AsSpan(from) : prose.AsSpan(from, at + length - from);
        return sentence.Contains(feminine, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(
        """
            (?<![\p{L}\p{M}\p{N}'’])
            (?:
                (?<article>[Ll]es|[Dd]es|[Aa]ux|[Cc]es|[Vv]os|[Nn]os|[Ll]eurs|[Cc]ertains|[Pp]lusieurs)[ \u00A0](?<noun>\p{Ll}+s)
              | (?:(?<article>[Ll]e|[Uu]n|[Cc]haque)[ \u00A0]|(?<article>[Ll]['’]))(?<noun>\p{Ll}+)
                (?=[ \u00A0](?:ne[ \u00A0]|n['’])?(?:doit|peut|est|sait|travaille|reçoit|gagne|suit|vérifie|prépare|devient|utilise|passe)\b)
            )
            (?![\p{L}\p{M}·(/-])
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Generic();

    // « la Chambre belge des traducteurs », « l’Ordre des … »: a name, which is as it is.
    [GeneratedRegex(@"(?<=\p{L}[ \u00A0]|[’'])\p{Lu}[\p{L}’'-]+(?:[ \u00A0]\p{Ll}+)?[ \u00A0]$")]
    private static partial Regex NameBefore();
}
