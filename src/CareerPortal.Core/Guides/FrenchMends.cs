using System.Text;
using CareerPortal.French;

namespace CareerPortal.Guides;

/// <summary>Puts French right where there is one right way.</summary>
internal static class FrenchMends
{
    private const char Straight = '\'';

    /// <summary>The text with what French writes in place of the fault.</summary>
    public static Mend Elided(string path, string text, ElisionFault fault) =>
        Replaced(path, text, fault.Position, fault.Found.Length, fault.Suggestion);

    /// <summary>
    /// The text in the other register, where that takes only words whose form does not depend on others: « ton », « ta », « tes », « toi » have one
    /// counterpart, a verb has not; nor has « votre », which asks for the gender of what follows.
    /// </summary>
    public static Mend? InRegister(string path, string text, IReadOnlyList<RegisterWord> words)
    {
        if (words.Any(w => Counterpart(w) is null))
        {
            return null;
        }

        var mended = new StringBuilder(text);
        foreach (var word in words.OrderByDescending(w => w.Position))
        {
            var other = Counterpart(word)!;
            mended.Remove(word.Position, word.Word.Length).Insert(word.Position, char.IsUpper(word.Word[0]) ? Sentence.Capitalise(other) : other);
        }

        return new Mend(path, text, mended.ToString());
    }

    public static Mend Replaced(string path, string text, int position, int length, string written) =>
        new(path, text, string.Concat(text.AsSpan(0, position), LikeTheRest(text, written), text.AsSpan(position + length)));

    /// <summary>Texts are typed with straight apostrophes, which the page sets; one that has the other keeps to it.</summary>
    private static string LikeTheRest(string text, string written) =>
        text.Contains(Elision.Apostrophe, StringComparison.Ordinal) ? written : written.Replace(Elision.Apostrophe, Straight);

    private static string? Counterpart(RegisterWord word) =>
        word.Word.ToLowerInvariant() switch
        {
            "ton" or "ta" => "votre",
            "tes" => "vos",
            "toi" => "vous",
            "vos" => "tes",
            _ => null,
        };
}
