using System.Text.Json;
using System.Text.RegularExpressions;
using CareerPortal.Exchange;
using CareerPortal.French;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Exchange;

/// <summary>
/// What can be held of the words of the first content: one order of qualities, French of Belgium, no fact that an old date makes look stale.
/// </summary>
public sealed partial class FirstContentWordingTests
{
    private const int YearsOfAFact = 3;

    private static readonly ExchangeSet Content = ExchangeFolder.FirstContent.Read();

    [Fact]
    public void Qualities_OfEveryGuide_StandInTheOrderOfTheRequirements() =>
        None(
            from guide in Content.Guides
            let shown = guide.Value.Content.Qualities.Select(q => q.Quality).ToList()
            let required = Required(guide.Value)
            where !shown.SequenceEqual(required)
            select $"{guide.Key}: {string.Join(", ", shown)}; required: {string.Join(", ", required)}"
        );

    [Fact]
    public void KeyQualities_OfEveryGuide_StandInTheOrderOfTheRequirements() =>
        None(
            from guide in Content.Guides
            let named = Named(guide.Value.Content.KeyFacts!.Qualities)
            let required = Required(guide.Value)
            where !named.SequenceEqual(required)
            select $"{guide.Key}: {string.Join(", ", named)}; required: {string.Join(", ", required)}"
        );

    [Fact]
    public void Answers_OnQualities_KeepTheOrderOfTheRequirements()
    {
        var answers = (
            from guide in Content.Guides
            from question in guide.Value.Content.Faq
            where question.Asked.Contains("qualités", StringComparison.OrdinalIgnoreCase)
            let required = Required(guide.Value)
            let named = Named(string.Join(' ', question.Answer)).Where(required.Contains).ToList()
            select (guide.Key, Named: named, InOrder: named.OrderBy(required.IndexOf).ToList())
        ).ToList();

        Assert.Contains(answers, a => a.Named.Count >= 4);
        Assert.All(answers, a => Assert.Equal(a.InOrder, a.Named));
    }

    [Fact]
    public void Facts_OfEveryGuide_BearNoDateThatMakesThemLookStale() =>
        None(
            from guide in Content.Guides
            let oldest = (guide.Value.UpdatedOn ?? guide.Value.PublishedOn)!.Value.AddYears(-YearsOfAFact)
            from fact in guide
                .Value.Content.BelgianFacts.Where(f => f.AsOf is not null)
                .Select(f => (f.Title, AsOf: f.AsOf!.Value))
                .Concat(guide.Value.Content.Figures.Select(f => (Title: f.Label, f.AsOf)))
            where fact.AsOf < oldest
            select $"{guide.Key}: « {fact.Title} » of {fact.AsOf:yyyy-MM-dd}"
        );

    [Fact]
    public void Texts_InFrench_AreElidedAsFrenchIs() =>
        None(
            from text in FrenchTexts()
            from fault in ElisionCheck.Faults(text.Text)
            select $"{text.Place}: « {fault.Found} » for « {fault.Suggestion} »"
        );

    [Fact]
    public void Texts_OfEveryGuide_KeepToItsRegister() =>
        None(
            from guide in Content.Guides
            from text in Texts(guide.Key, ExchangeJson.Write(guide.Value.Content, indented: false))
            from word in RegisterCheck.Against(text.Text, guide.Value.Register)
            select $"{text.Place}: « {word.Word} »"
        );

    [Fact]
    public void Texts_InFrench_AvoidFaultsThatReadersFound() =>
        None(from text in FrenchTexts() from Match fault in Avoided().Matches(text.Text) select $"{text.Place}: « {fault.Value} »");

    private static List<string> Required(GuideFile guide) =>
        [
            .. Content
                .Occupations.Single(o => o.Code == guide.Occupation)
                .Requirements.OrderByDescending(r => r.Importance)
                .ThenBy(r => r.Quality, StringComparer.Ordinal)
                .Select(r => r.Quality),
        ];

    private static List<string> Named(string text) => [.. TestStore.Qualities.Vocabulary.Resolve(text).QualityIds.Distinct()];

    private static IEnumerable<(string Place, string Text)> FrenchTexts() =>
        Content
            .Guides.Where(g => g.Value.Language == Languages.Default)
            .SelectMany(g => Texts(g.Key, ExchangeJson.Write(g.Value.Content, indented: false)))
            .Concat(Content.TrainingCentres.Select(c => (c.Code, c.Description.In(Languages.Default))))
            .Concat(Content.JobZones.Select(z => (z.Code, z.Description.In(Languages.Default))))
            .Concat(Content.Platforms.SelectMany(p => new[] { p.Description, p.Access, p.Payment }.Select(t => (p.Code, t.In(Languages.Default)))));

    private static IEnumerable<(string Place, string Text)> Texts(string file, string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Walk(file, document.RootElement)];
    }

    private static IEnumerable<(string Place, string Text)> Walk(string place, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Walk($"{place}.{p.Name}", p.Value)),
            JsonValueKind.Array => element.EnumerateArray().Index().SelectMany(i => Walk($"{place}[{i.Index}]", i.Item)),
            JsonValueKind.String => [(place, element.GetString()!)],
            _ => [],
        };

    private static void None(IEnumerable<string> faults)
    {
        var found = faults.Distinct().ToList();
        Assert.True(found.Count == 0, $"{found.Count} faults:\n" + string.Join('\n', found.Take(60)));
    }

    // Institutions that exist in France only, « et/ou », two spaces, a point in a number, and a count of warning signs: one is enough.
    [GeneratedRegex(
        @"\b(?:Pôle emploi|France Travail|URSSAF|CPF|auto-entrepreneur|micro-entreprise|Sécu|prud'hommes|et/ou)\b|"
            + @"  |\d\.\d{3}\b|[Tt]rois signes|\.\.\.|\bbasé sur\b|\bau final\b|\bheures régulières\b"
    )]
    private static partial Regex Avoided();
}
