using System.Text.RegularExpressions;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Items;

/// <summary>What the words of an item may not do, in each of its languages.</summary>
/// <remarks>
/// A statement that denies something cannot be denied without a knot; one with "often" or "quickly" asks everyone to choose their own measure; one with
/// a "he" or "she" is not for everyone. Reversed items say the opposite in the affirmative.
/// </remarks>
internal static partial class WordingRules
{
    /// <summary>Longest text, in words parted by spaces.</summary>
    public const int MaximumWords = 12;

    private static readonly Dictionary<string, (Regex Negation, Regex Vague, Regex Gendered)> Forbidden = new(StringComparer.Ordinal)
    {
        ["fr"] = (FrenchNegation(), FrenchVague(), FrenchGendered()),
        ["nl"] = (DutchNegation(), DutchVague(), DutchGendered()),
        ["de"] = (GermanNegation(), GermanVague(), GermanGendered()),
        ["en"] = (EnglishNegation(), EnglishVague(), EnglishGendered()),
    };

    /// <summary>What is wrong with the texts of an item, in English.</summary>
    public static IEnumerable<string> Check(Item item)
    {
        foreach (var language in QuizText.Languages)
        {
            if (!item.Text.Has(language))
            {
                yield return $"{item.Id}: no text in {language}.";
                continue;
            }

            var text = item.Text[language];
            if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is var words and > MaximumWords)
            {
                yield return $"{item.Id}: {words} words in {language}, wanted at most {MaximumWords}.";
            }

            var (negation, vague, gendered) = Forbidden[language];
            foreach (var (rule, what) in new[] { (negation, "denies"), (vague, "leaves the measure to the reader"), (gendered, "has a gender") })
            {
                if (rule.Match(text) is { Success: true, Value: var word })
                {
                    yield return $"{item.Id}: '{word}' in {language} {what}.";
                }
            }
        }
    }

    [GeneratedRegex(@"\b(ne|n'|n’|pas|jamais|rien|aucune?|ni)(\b|(?<='|’))", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchNegation();

    [GeneratedRegex(@"\b(niet|geen|nooit|niets|niemand)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DutchNegation();

    [GeneratedRegex(@"\b(nicht|kein\w*|nie|niemals|nichts|niemand\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GermanNegation();

    [GeneratedRegex(@"\b(not|never|no|nothing|nobody|none|\w+n't)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishNegation();

    [GeneratedRegex(@"\b(souvent|vite|facilement|rapidement|parfois|toujours|généralement|normalement)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchVague();

    [GeneratedRegex(@"\b(vaak|snel|gemakkelijk|makkelijk|soms|altijd|meestal|gewoonlijk)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DutchVague();

    [GeneratedRegex(@"\b(oft|schnell|leicht|manchmal|immer|meistens|häufig|gewöhnlich)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GermanVague();

    [GeneratedRegex(@"\b(often|quickly|(?<!as )soon|easily|easy|quick|sometimes|always|usually|frequently)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishVague();

    /// <summary>Beside pronouns and the signs of inclusive spelling: "je suis" with what has to agree with the speaker.</summary>
    [GeneratedRegex(@"\b(elles?|suis (?!en |à |d'|sur ))|[·•()/]", RegexOptions.IgnoreCase)]
    private static partial Regex FrenchGendered();

    [GeneratedRegex(@"\b(hij|hem|haar)\b|[()/]", RegexOptions.IgnoreCase)]
    private static partial Regex DutchGendered();

    [GeneratedRegex(@"\b(er|ihm|seine[rnms]?|\w+innen)\b(?<!\bdrinnen|\bbeginnen|\bgewinnen|\bbesinnen)|[*:()/]", RegexOptions.IgnoreCase)]
    private static partial Regex GermanGendered();

    [GeneratedRegex(@"\b(he|she|him|her|his|hers)\b|[()/]", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishGendered();
}
