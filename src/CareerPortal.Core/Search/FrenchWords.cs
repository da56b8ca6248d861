using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace CareerPortal.Search;

/// <summary>Reduces French text to the stems by which it is searched: no accents, no elision, no gender, no plural, no empty words.</summary>
public sealed class FrenchWords : IDisposable
{
    private readonly FrenchAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);

    /// <summary>The stems of a text in its order. A word typed without its accents gives the stem that it has with them.</summary>
    public IReadOnlyList<string> Stems(string text)
    {
        var stems = new List<string>();
        using var stream = _analyzer.GetTokenStream("text", Fold(text));
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            stems.Add(term.ToString()!);
        }

        stream.End();
        return stems;
    }

    /// <summary>The text in lower case without accents or ligatures.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Replace("œ", "oe", StringComparison.Ordinal).Replace('’', '\'').Normalize(NormalizationForm.FormD))
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
