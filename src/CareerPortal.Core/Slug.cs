using System.Text.RegularExpressions;

namespace CareerPortal;

/// <summary>The readable name of a thing in an address or an exchange file: lower-case letters, digits and single hyphens.</summary>
public readonly partial record struct Slug
{
    public const int MaxLength = 100;

    private Slug(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, out Slug slug)
    {
        if (text is { Length: > 0 and <= MaxLength } && Pattern().IsMatch(text))
        {
            slug = new Slug(text);
            return true;
        }

        slug = default;
        return false;
    }

    /// <summary>
    /// The letters and digits of a text as they stand in an address, with a hyphen between two words, and no longer than there is room for whole
    /// words; empty where a text has none.
    /// </summary>
    public static string WordsOf(string text, int room = MaxLength)
    {
        var words = NoLetter().Replace(PlainLetters.Of(text).ToLowerInvariant(), "-").Trim('-');
        return words.Length > room ? words[..(words.LastIndexOf('-', room) is var at and > 0 ? at : room)] : words;
    }

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Pattern();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoLetter();
}
