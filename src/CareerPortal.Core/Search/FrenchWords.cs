using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace CareerPortal.Search;

/// <summary>Reduces French text to the words by which it is searched: no accents, no elision, no gender, no plural, no empty words.</summary>
public sealed class FrenchWords : IDisposable
{
    /// <summary>Empty words that the analyzer knows only with their accents, which are gone when it reads them, or not at all.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal) { "a", "y", "meme" };

    private readonly FrenchAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);

    /// <summary>The words of a text in its order, without the empty ones. A word typed without its accents is the word that it is with them.</summary>
    public IReadOnlyList<SearchWord> Words(string text)
    {
        var words = new List<SearchWord>();
        var folded = Fold(text);
        using var stream = _analyzer.GetTokenStream("text", folded);
        var stem = stream.GetAttribute<ICharTermAttribute>();
        var place = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var written = folded[place.StartOffset..place.EndOffset];
            var word = written[(written.LastIndexOf('\'') + 1)..];
            if (!Empty.Contains(word))
            {
                words.Add(new SearchWord(word, stem.ToString()!));
            }
        }

        stream.End();
        return words;
    }

    /// <summary>The text in lower case without accents or ligatures.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in (TypedText.Clean(text, int.MaxValue) ?? "").ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Replace('’', '\'').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c);
            }
        }

        return folded.ToString();
    }

    public void Dispose() => _analyzer.Dispose();
}
