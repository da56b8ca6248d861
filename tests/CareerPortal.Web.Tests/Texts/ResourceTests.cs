using System.Text.RegularExpressions;
using System.Xml.Linq;
using CareerPortal.Testing;

namespace CareerPortal.Web.Tests.Texts;

/// <summary>The texts of the interface: the same in four languages, all there, and nowhere else.</summary>
public sealed partial class ResourceTests
{
    private static readonly string Site = RepositoryFolder.Of("src", "CareerPortal.Web");

    private static readonly Dictionary<string, Dictionary<string, string>> Languages = new[] { "", ".nl", ".de", ".en" }.ToDictionary(
        suffix => suffix,
        suffix =>
            XDocument
                .Load(Path.Combine(Site, "Texts", $"PortalTexts{suffix}.resx"))
                .Root!.Elements("data")
                .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value)
    );

    /// <summary>A book has the title it was published under.</summary>
    private const string PublishedTitle = "Method.Reference";

    [Fact]
    public void Keys_OfTheFourLanguages_AreTheSame() =>
        Faults.None(
            from language in Languages
            from key in Languages[""].Keys.Union(language.Value.Keys)
            where !language.Value.ContainsKey(key) || !Languages[""].ContainsKey(key)
            select $"PortalTexts{language.Key}.resx: {key}"
        );

    [Fact]
    public void Placeholders_OfTheFourLanguages_AreTheSame() =>
        Faults.None(
            from language in Languages
            from text in language.Value
            where Languages[""].TryGetValue(text.Key, out var french) && !Places(text.Value).SetEquals(Places(french))
            select $"PortalTexts{language.Key}.resx: {text.Key}: « {text.Value} »"
        );

    [Fact]
    public void Texts_OfTheFourLanguages_AreFilled() =>
        Faults.None(
            from language in Languages
            from text in language.Value
            where
                string.IsNullOrWhiteSpace(text.Value)
                || text.Value != text.Value.Trim()
                || text.Value.Contains("TODO", StringComparison.Ordinal)
                || text.Value.Contains("  ", StringComparison.Ordinal)
            select $"PortalTexts{language.Key}.resx: {text.Key}: « {text.Value} »"
        );

    [Fact]
    public void LongTexts_OfOtherLanguages_AreTranslated() =>
        Faults.None(
            from language in Languages.Where(l => l.Key.Length > 0)
            from text in language.Value
            where !text.Key.StartsWith(PublishedTitle, StringComparison.Ordinal)
            where text.Value.Split(' ').Length > 3 && text.Value == Languages[""].GetValueOrDefault(text.Key)
            select $"PortalTexts{language.Key}.resx: {text.Key}: « {text.Value} »"
        );

    [Fact]
    public void Keys_UsedInTheSource_Exist() =>
        Faults.None(
            from file in Sources()
            from Match use in UsedKey().Matches(File.ReadAllText(file))
            let key = use.Groups["key"].Value
            where !key.Contains('{', StringComparison.Ordinal) && !Languages[""].ContainsKey(key)
            select $"{Path.GetFileName(file)}: {key}"
        );

    [Fact]
    public void KeysMadeOfParts_UsedInTheSource_BeginLikeOnesThatExist() =>
        Faults.None(
            from file in Sources()
            from Match use in UsedKey().Matches(File.ReadAllText(file))
            let key = use.Groups["key"].Value
            where
                key.Contains('{', StringComparison.Ordinal)
                && !Languages[""]
                    .Keys.Any(k =>
                        Regex.IsMatch(
                            k,
                            "^" + HoleInKey().Replace(Regex.Escape(key).Replace(@"\{", "{", StringComparison.Ordinal), "[A-Za-z0-9-]+") + "$"
                        )
                    )
            select $"{Path.GetFileName(file)}: {key}"
        );

    [Fact]
    public void Keys_OfTheResources_AreUsed()
    {
        var source = string.Join('\n', Sources().Select(File.ReadAllText));
        var made = UsedKey()
            .Matches(source)
            .Select(m => m.Groups["key"].Value)
            .Where(k => k.Contains('{', StringComparison.Ordinal))
            .Select(k => new Regex("^" + HoleInKey().Replace(Regex.Escape(k).Replace(@"\{", "{", StringComparison.Ordinal), "[A-Za-z0-9-]+") + "$"))
            .ToList();

        Faults.None(Languages[""].Keys.Where(k => !source.Contains($"\"{k}\"", StringComparison.Ordinal) && !made.Exists(m => m.IsMatch(k))));
    }

    [Fact]
    public void Words_WrittenInPages_AreNone() =>
        Faults.None(
            from file in Sources().Where(f => f.EndsWith(".razor", StringComparison.Ordinal))
            let markup = Formula().Replace(Markup(File.ReadAllText(file)), "")
            from Match text in TextBetweenTags().Matches(markup)
            let words = text.Groups[1].Value.Trim()
            where Word().IsMatch(words) && !words.Contains('@', StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: « {words} »"
        );

    [Fact]
    public void Labels_WrittenInPages_AreNone() =>
        Faults.None(
            from file in Sources().Where(f => f.EndsWith(".razor", StringComparison.Ordinal))
            from Match attribute in LabelAttribute().Matches(Markup(File.ReadAllText(file)))
            where !attribute.Groups[2].Value.StartsWith('@') && Word().IsMatch(attribute.Groups[2].Value)
            select $"{Path.GetFileName(file)}: {attribute.Value}"
        );

    private static HashSet<string> Places(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Site, "*", SearchOption.AllDirectories)
            .Where(f =>
                (f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
                && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            );

    /// <summary>A component without its code, its comments and its statements.</summary>
    private static string Markup(string razor)
    {
        var code = razor.IndexOf("@code", StringComparison.Ordinal);
        var markup = code < 0 ? razor : razor[..code];
        return Statement().Replace(Comment().Replace(markup, ""), "");
    }

    /// <summary>A formula has the same signs in every language.</summary>
    [GeneratedRegex("<p class=\"formula\" translate=\"no\">.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"\bT\[\$?""(?<key>[^""]+)""")]
    private static partial Regex UsedKey();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex HoleInKey();

    [GeneratedRegex(@"\{\d+(?::[^}]*)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^\s*(@(page|using|inject|inherits|attribute|foreach|if|for|switch).*|else.*|var .*;|[{}].*|[A-Za-z_(].*;)\s*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Statement();

    [GeneratedRegex(@"(?<==""[^""]*""|/|[a-z0-9])>([^<>{}""=]*)<(?=[/a-zA-Z!@])")]
    private static partial Regex TextBetweenTags();

    [GeneratedRegex(@"\b(aria-label|title|alt|placeholder|Label|Title)=""([^""]+)""")]
    private static partial Regex LabelAttribute();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
