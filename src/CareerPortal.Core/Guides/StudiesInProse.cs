using System.Text.RegularExpressions;
using CareerPortal.Occupations;

namespace CareerPortal.Guides;

/// <summary>Reads levels of study out of French sentences, by the names that Belgium gives them.</summary>
internal static partial class StudiesInProse
{
    /// <summary>Whether a text names levels of study, and not the one that an occupation asks for.</summary>
    public static bool Contradicts(string text, StudyLevel asked)
    {
        var named = Levels(text).ToHashSet();
        return named.Count > 0 && !named.Contains(asked);
    }

    private static IEnumerable<StudyLevel> Levels(string text)
    {
        foreach (Match match in Level().Matches(text))
        {
            yield return match.Groups["none"].Success ? StudyLevel.NoDiploma
            : match.Groups["lower"].Success ? StudyLevel.LowerSecondary
            : match.Groups["upper"].Success ? StudyLevel.UpperSecondary
            : match.Groups["bachelor"].Success ? StudyLevel.Bachelor
            : StudyLevel.Master;
        }
    }

    [GeneratedRegex(
        """
            (?<none>\b(?:sans|aucun)\ dipl[ôo]me)
            | (?<lower>\bsecondaire\ inférieur|\bCE1D\b|\bCESI\b)
            | (?<upper>\bCESS\b|\bsecondaire\ supérieur|\bdiplôme\ du\ secondaire)
            | (?<bachelor>\bbacheliers?\b|\bgraduat)
            | (?<master>\bmasters?\b|\buniversitaires?\b)
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Level();
}
