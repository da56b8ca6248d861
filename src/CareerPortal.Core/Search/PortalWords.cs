using System.Collections.Frozen;

namespace CareerPortal.Search;

/// <summary>The words of every language of the portal.</summary>
public sealed class PortalWords : IDisposable
{
    private readonly FrozenDictionary<string, LanguageWords> _words = Languages.All.ToFrozenDictionary(
        language => language,
        Of,
        StringComparer.Ordinal
    );

    public LanguageWords In(string language) => _words[language];

    public void Dispose()
    {
        foreach (var words in _words.Values)
        {
            words.Dispose();
        }
    }

    private static LanguageWords Of(string language) =>
        language switch
        {
            "fr" => new FrenchWords(),
            "nl" => new DutchWords(),
            "de" => new GermanWords(),
            "en" => new EnglishWords(),
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No words are known of this language."),
        };
}
