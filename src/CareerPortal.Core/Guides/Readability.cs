using System.Buffers;
using System.Text.RegularExpressions;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Guides;

/// <summary>
/// How hard a text is to read: by its long sentences, and by the formula of Flesch as L. Kandel and A. Moles fitted it to French (1958), which <see
/// cref="ReadingEase"/> has for each language.
/// </summary>
public static partial class Readability
{
    /// <summary>A sentence of more words is one to cut.</summary>
    public const int MostWords = 30;

    /// <summary>Below it Flesch calls a text difficult.</summary>
    public const double LeastEase = 50;

    /// <summary>Of fewer words the formula tells little.</summary>
    public const int FewestWords = 100;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…;:\n");

    /// <summary>What is read in one breath: up to a full stop, a colon, a semicolon or the end of a line.</summary>
    public static IEnumerable<string> Sentences(string text) => IsOne(text) ? [text] : Breath().Split(text).Where(s => s.Length > 0);

    /// <summary>The ease of texts as one; none where they are too short to tell.</summary>
    public static double? Ease(IEnumerable<string> texts, string language) => EaseOf([.. texts.SelectMany(Sentences)], language);

    /// <summary>The same of texts that are cut into sentences.</summary>
    internal static double? EaseOf(IReadOnlyCollection<string> sentences, string language) =>
        sentences.Sum(GuideReading.WordsOf) < FewestWords ? null : ReadingEase.Of(sentences, language);

    /// <summary>Whether nothing stands after the first sign that could end a sentence.</summary>
    private static bool IsOne(string text) =>
        text.Length > 0 && text.AsSpan().IndexOfAny(Ends) is var end && (end < 0 || end == text.Length - 1 && text[end] != '\n');

    [GeneratedRegex(@"(?<=[.!?…;:][»”"")\u00A0 ]*)[ \u00A0\u202F]+(?=\S)|\n+")]
    private static partial Regex Breath();
}
