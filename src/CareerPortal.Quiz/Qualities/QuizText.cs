using System.Collections.Frozen;

namespace CareerPortal.Quiz.Qualities;

/// <summary>
/// A text of the quiz itself, by language: the engine's own files have it in all four, a bank read from elsewhere at least in French.
/// </summary>
public sealed class QuizText
{
    /// <summary>The languages of the portal, French first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["fr", "nl", "de", "en"];

    private readonly FrozenDictionary<string, string> _texts;

    /// <summary>Takes texts by two-letter language; French is the one that must be there.</summary>
    /// <exception cref="ArgumentException">There is no French text.</exception>
    public QuizText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        _texts = texts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        if (!_texts.TryGetValue("fr", out var french) || string.IsNullOrWhiteSpace(french))
        {
            throw new ArgumentException("A text needs at least its French wording.", nameof(texts));
        }
    }

    /// <summary>The French wording.</summary>
    public string French => _texts["fr"];

    /// <summary>The wording in <paramref name="language"/> ("nl", "nl-BE"), or the French one where it is missing.</summary>
    public string this[string language]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(language);
            var dash = language.IndexOf('-', StringComparison.Ordinal);
            return _texts.TryGetValue(dash < 0 ? language : language[..dash], out var text) ? text : French;
        }
    }

    /// <summary>Whether there is a wording in exactly this language.</summary>
    public bool Has(string language) => _texts.TryGetValue(language, out var text) && !string.IsNullOrWhiteSpace(text);

    /// <inheritdoc />
    public override string ToString() => French;
}
