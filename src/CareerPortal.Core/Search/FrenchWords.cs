using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace CareerPortal.Search;

/// <summary>Reduces French text to the words by which it is searched: no accents, no elision, no gender, no plural, no empty words.</summary>
public sealed class FrenchWords : IDisposable
{
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
            words.Add(new SearchWord(written[(written.LastIndexOf('\'') + 1)..], stem.ToString()!));
        }

        stream.End();
        return words;
    }

    /// <summary>The text in lower case without accents or ligatures.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in SearchText.Clean(text, int.MaxValue).ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Replace('’', '\'').Normalize(NormalizationForm.FormD))
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
