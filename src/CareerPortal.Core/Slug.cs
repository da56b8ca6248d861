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

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Pattern();
}
