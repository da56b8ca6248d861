using System.Text;

namespace CareerPortal.Search;

/// <summary>A stretch of a guide that is searched and, where words are found in it, shown. Kept as UTF-8: all languages' indexes share it.</summary>
public sealed class SearchPassage(SearchField field, string text, string language)
{
    private readonly byte[] _text = Encoding.UTF8.GetBytes(text);

    public SearchField Field { get; } = field;

    /// <summary>The language it is written in, by whose rules its words are read.</summary>
    public string Language { get; } = language;

    public string Text => Encoding.UTF8.GetString(_text);
}
