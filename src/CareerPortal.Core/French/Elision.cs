namespace CareerPortal.French;

/// <summary>Joins the short words of French to what follows: « d’annotateur », « l’IA », « du Forem », « s’il ».</summary>
public static class Elision
{
    internal const char Apostrophe = '’';

    /// <summary>Whether « le », « de », « que » lose their vowel before this text.</summary>
    public static bool IsNeededBefore(string next) => Onset.Of(next).Elides;

    /// <summary>« de » with what follows, an article included: « d’annotateur », « du Forem », « de l’ONEM ».</summary>
    public static string De(string next) => Contract("de", "du", "des", WithOwnArticle(next));

    /// <summary>« à » with what follows, an article included: « au Forem », « aux candidats », « à l’ONEM ».</summary>
    public static string A(string next) => Contract("à", "au", "aux", WithOwnArticle(next));

    /// <summary>The definite article; without a gender, the one known for an acronym, else masculine.</summary>
    public static string Le(string noun, Gender? gender = null) => Join(GenderOf(noun, gender) is Gender.Feminine ? "la" : "le", noun);

    /// <summary>The indefinite article; without a gender, the one known for an acronym, else masculine.</summary>
    public static string Un(string noun, Gender? gender = null) => (GenderOf(noun, gender) is Gender.Feminine ? "une " : "un ") + noun;

    /// <summary>The demonstrative: « ce métier », « cet emploi », « cette formation ».</summary>
    public static string Ce(string noun, Gender? gender = null)
    {
        if (GenderOf(noun, gender) is Gender.Feminine)
        {
            return "cette " + noun;
        }

        return (IsNeededBefore(noun) ? "cet " : "ce ") + noun;
    }

    /// <summary>« si », which elides before « il » and « ils » alone.</summary>
    public static string Si(string next) => Onset.Head(next).ToLowerInvariant() is "il" or "ils" ? "s" + Apostrophe + next : "si " + next;

    /// <summary>Any short word in -e or -a with what follows, its vowel giving way where French wants it.</summary>
    internal static string Join(string word, string next) => IsNeededBefore(next) ? word[..^1] + Apostrophe + next : word + " " + next;

    private static string Contract(string preposition, string withLe, string withLes, string next)
    {
        var text = next.TrimStart();
        if (Rest("le") is { } masculine)
        {
            return withLe + " " + masculine;
        }

        if (Rest("les") is { } plural)
        {
            return withLes + " " + plural;
        }

        return preposition == "de" ? Join(preposition, text) : preposition + " " + text;

        string? Rest(string article) =>
            text.Length > article.Length && text.StartsWith(article, StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(text[article.Length])
                ? text[article.Length..].TrimStart()
                : null;
    }

    // Institutions are named with their article: « du Forem », not « de Forem ».
    private static string WithOwnArticle(string next) =>
        Onset.Opening(next).Length == 0 && Lexicon.Find(Onset.Head(next)) is { WithArticle: true } name && name.Form == Onset.Head(next)
            ? Le(next, name.Gender)
            : next;

    private static Gender GenderOf(string noun, Gender? given) => given ?? Lexicon.Find(Onset.Head(noun))?.Gender ?? Gender.Masculine;
}
