namespace CareerPortal;

/// <summary>A text in the languages it exists in; French is always there.</summary>
public sealed record LocalisedText(string Fr, string? Nl = null, string? De = null, string? En = null)
{
    /// <summary>The text in a language, or in French where it is not translated.</summary>
    public string In(string language) => Find(language) ?? Fr;

    /// <summary>The language that <see cref="In"/> answers in.</summary>
    public string LanguageOf(string language) => Find(language) is null ? "fr" : language;

    private string? Find(string language) =>
        language switch
        {
            "fr" => Fr,
            "nl" => Nl,
            "de" => De,
            "en" => En,
            _ => null,
        };
}
