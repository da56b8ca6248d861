using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using AngleSharp.Dom;
using CareerPortal.Exchange;
using CareerPortal.French;
using CareerPortal.Occupations;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>The French that the store and the interface hold, to be looked for where another language is read.</summary>
internal static class FrenchContent
{
    /// <summary>From this length on, a French text is known inside another one.</summary>
    private const int LongEnough = 25;

    /// <summary>Properties of the files that hold codes, addresses and dates, which are no words.</summary>
    private static readonly HashSet<string> Codes =
    [
        "code",
        "currency",
        "level",
        "status",
        "period",
        "source",
        "sources",
        "asOf",
        "validUntil",
        "centre",
        "centres",
        "zone",
        "platform",
        "occupation",
        "quality",
        "prerequisite",
        "at",
        "website",
        "url",
        "kind",
        "province",
        "provinces",
        "region",
        "cost",
        "postcode",
        "phone",
        "street",
        "publishedOn",
        "consultedOn",
    ];

    private static readonly ExchangeSet Shipped = ExchangeFolder.FirstContent.Read();

    private static readonly Dictionary<string, HashSet<string>> Held = PublicPages.LanguageCodes.ToDictionary(
        l => l,
        l => TextsIn(l).ToHashSet(PlainTypography.Comparer)
    );

    /// <summary>For each language, the long texts in French that it has not as well.</summary>
    private static readonly Dictionary<string, Lazy<SearchValues<string>>> LongFrench = PublicPages.LanguageCodes.ToDictionary(
        l => l,
        l => new Lazy<SearchValues<string>>(() =>
            SearchValues.Create(
                [.. Held["fr"].Where(t => t.Length >= LongEnough && !Held[l].Contains(t)).Select(PlainTypography.Bare)],
                StringComparison.Ordinal
            )
        )
    );

    private static readonly ConcurrentDictionary<string, HashSet<string>> Interfaces = new(StringComparer.Ordinal);

    /// <summary>
    /// Text that a page shows as its reader's language although it is French, and the interface's texts that it calls French although they are
    /// not.
    /// </summary>
    public static IEnumerable<string> FaultsOf(INode body, string language, string address, PortalFactory portal)
    {
        var (own, french) = (Held[language], Held["fr"]);
        var (ownInterface, frenchInterface) = (InterfaceTexts(portal, language), InterfaceTexts(portal, "fr"));
        foreach (var (text, declared) in Texts(body, language))
        {
            var plain = Wording.Plain(text);
            if (plain.Count(char.IsLetter) < 3)
            {
                continue;
            }

            var known = own.Contains(plain) || ownInterface.Contains(plain);
            if (declared == language && !known && (french.Contains(plain) || frenchInterface.Contains(plain) || Quotes(plain)))
            {
                yield return $"{address}: « {plain} » is French";
            }
            else if (declared == "fr" && !french.Contains(plain) && ownInterface.Contains(plain) && !frenchInterface.Contains(plain))
            {
                yield return $"{address}: « {plain} » is called French";
            }
        }

        bool Quotes(string text) => text.Length >= LongEnough && PlainTypography.Bare(text).AsSpan().ContainsAny(LongFrench[language].Value);
    }

    private static IEnumerable<(string Text, string Declared)> Texts(INode body, string language) =>
        body.Descendants<IText>()
            .Where(t => t.ParentElement is { LocalName: not ("script" or "style") })
            .Select(t => (t.Data, DeclaredOf(t.ParentElement!, language)))
            .Concat(
                body.Descendants<IElement>()
                    .SelectMany(e =>
                        new[] { "aria-label", "alt", "data-label", "placeholder" }
                            .Select(a => e.GetAttribute(a))
                            .OfType<string>()
                            .Select(value => (value, DeclaredOf(e, language)))
                    )
            );

    private static string DeclaredOf(IElement element, string language) => element.Closest("[lang]")?.GetAttribute("lang") ?? language;

    private static IEnumerable<string> TextsIn(string language)
    {
        foreach (var title in Shipped.Occupations.SelectMany(o => o.Titles).Where(t => t.Key == language))
        {
            var name = new OccupationName(title.Key, title.Value.Masculine, title.Value.Feminine);
            foreach (var form in new[] { name.Masculine, name.Feminine, name.Inclusive, name.Heading, name.Doublet })
            {
                yield return Wording.Plain(form);
                yield return Wording.Plain(Sentence.Capitalise(form));
            }
        }

        foreach (var guide in Shipped.Guides.Values.Where(g => g.Language == language))
        {
            foreach (var text in Strings(guide.Content))
            {
                yield return text;
            }
        }

        if (language == "fr")
        {
            foreach (var source in Shipped.Sources)
            {
                yield return Wording.Plain(source.Title);
            }
        }

        foreach (var text in Localised().Select(t => t.LanguageOf(language) == language ? t.In(language) : null).OfType<string>())
        {
            yield return Wording.Plain(text);
        }
    }

    /// <summary>Every text of the directories that exists in several languages, found by its shape.</summary>
    private static List<LocalisedText> Localised()
    {
        using var document = JsonDocument.Parse(
            ExchangeJson.Write(Shipped with { Guides = new Dictionary<string, GuideFile>(), Occupations = [] }, false)
        );
        var found = new List<LocalisedText>();
        Walk(document.RootElement);
        return found;

        void Walk(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("fr", out _))
            {
                found.Add(ExchangeJson.Read<LocalisedText>(element.GetRawText()));
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                element.EnumerateObject().ToList().ForEach(p => Walk(p.Value));
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                element.EnumerateArray().ToList().ForEach(Walk);
            }
        }
    }

    private static List<string> Strings<T>(T value)
    {
        using var document = JsonDocument.Parse(ExchangeJson.Write(value, false));
        var found = new List<string>();
        Walk(document.RootElement);
        return found;

        void Walk(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    element.EnumerateObject().Where(p => !Codes.Contains(p.Name)).ToList().ForEach(p => Walk(p.Value));
                    break;
                case JsonValueKind.Array:
                    element.EnumerateArray().ToList().ForEach(Walk);
                    break;
                case JsonValueKind.String:
                    found.Add(Wording.Plain(element.GetString()!));
                    break;
            }
        }
    }

    private static HashSet<string> InterfaceTexts(PortalFactory portal, string language) =>
        Interfaces.GetOrAdd(
            language,
            l => portal.Texts(l).Where(t => !t.Contains('{', StringComparison.Ordinal)).Select(Wording.Plain).ToHashSet(PlainTypography.Comparer)
        );
}
