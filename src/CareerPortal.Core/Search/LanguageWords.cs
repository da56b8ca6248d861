using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace CareerPortal.Search;

/// <summary>Reduces text of one language to the words by which it is searched; what its grammar does to words, each language says itself.</summary>
public abstract class LanguageWords(Analyzer analyzer) : IDisposable
{
    internal const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>Begins a word that a text denies: « sans diplôme » is not found by « diplôme », nor the other way round.</summary>
    internal const string Without = "sans";

    /// <summary>
    /// The words of a text in its order, without the empty ones. A word typed without its accents is the word that it is with them,
    /// and a denied one a word of its own.
    /// </summary>
    public IReadOnlyList<SearchWord> Words(string text)
    {
        var words = new List<SearchWord>();
        var folded = WithoutDoubleForms(Folded(text)).Replace('.', ' ');
        var (end, piece) = (0, 0);
        using var stream = analyzer.GetTokenStream("text", folded);
        var stem = stream.GetAttribute<ICharTermAttribute>();
        var place = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var word = WordOf(folded[place.StartOffset..place.EndOffset]);
            var from = place.EndOffset - word.Length;
            piece += folded.AsSpan(end, from - end).Count(' ');
            if (!IsEmpty(word))
            {
                var written = InContext(word, folded.AsSpan(0, from), folded.AsSpan(place.EndOffset));
                var read = Word(written, stem.ToString()) with { Piece = piece };
                words.Add(IsDenial(folded.AsSpan(end, from - end)) ? Denied(read) : read);
            }

            end = place.EndOffset;
        }

        stream.End();
        return words;
    }

    /// <summary>The text in lower case without accents or ligatures.</summary>
    public static string Fold(string text) => PlainLetters.Of((TypedText.Clean(text, int.MaxValue) ?? "").ToLowerInvariant().Replace('’', '\''));

    /// <summary>A word with its base, for what is put together from parts of words.</summary>
    public SearchWord Word(string text, string stem)
    {
        var known = BaseOf(text);
        return new SearchWord(text, known, stem) { Doer = DoerOf(known) };
    }

    /// <summary>The word without its plural and its feminine.</summary>
    public abstract string BaseOf(string word);

    /// <summary>The word where a text denies it.</summary>
    internal static SearchWord Denied(SearchWord word) =>
        word.IsDenied
            ? word
            : word with
            {
                Text = Without + word.Text,
                Base = Without + word.Base,
                Stem = Without + word.Stem,
                Doer = word.Doer is { } doer ? Without + doer : null,
                IsDenied = true,
            };

    public void Dispose()
    {
        analyzer.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A text in the letters in which the language is compared.</summary>
    public virtual string Folded(string text) => Fold(text);

    /// <summary>The text with one form where two are written in one: « annotateur·rice », „Prüfer:in“.</summary>
    protected internal abstract string WithoutDoubleForms(string folded);

    /// <summary>Whether what stands between two words denies the second.</summary>
    protected abstract bool IsDenial(ReadOnlySpan<char> between);

    /// <summary>The word itself, without what is written together with it.</summary>
    protected virtual string WordOf(string written) => written;

    /// <summary>Whether a word says nothing, beyond those that the analyzer leaves out.</summary>
    protected virtual bool IsEmpty(string word) => false;

    /// <summary>The word as what stands around it makes it.</summary>
    protected virtual string InContext(string word, ReadOnlySpan<char> before, ReadOnlySpan<char> after) => word;

    /// <summary>Whoever does what a word names, by their base.</summary>
    protected virtual string? DoerOf(string known) => null;

    /// <summary>Empty words as the analyzer meets them: without accents.</summary>
    protected static CharArraySet Plain(IEnumerable<string> empty, params IEnumerable<string> more) =>
        new(Version, [.. empty.Select(PlainLetters.Of), .. more], ignoreCase: false);
}
