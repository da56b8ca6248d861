using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Guides;

public sealed partial class GuideSectionsTests
{
    private static readonly GuideContent Content = Sample.CompleteGuide().Content;

    [Fact]
    public void Parts_AllTogether_AreTheMembersOfTheDocument()
    {
        var members = Members(typeof(GuideContent))
            .Where(m => m != "microTasks")
            .Concat(Members(typeof(MicroTaskWork)).Select(m => $"microTasks.{m}"));

        var parts = GuideSections.Parts.Select(p => p.Path).ToList();

        Assert.Equal(members.Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));
        Assert.All(GuideSections.Parts, p => Assert.True(p.IsFilled(Content), $"{p.Path} of the sample is empty"));
    }

    [Fact]
    public void Orders_OfCitationAndSearch_HoldEveryPartOnce()
    {
        var parts = GuideSections.Parts.ToHashSet();

        Assert.Equal(GuideSections.Parts.Count, parts.Count);
        Assert.Equal((parts.Count, true), (GuideSections.Cited.Count, parts.SetEquals(GuideSections.Cited)));
        Assert.Equal((parts.Count, true), (GuideSections.Searched.Count, parts.SetEquals(GuideSections.Searched)));
    }

    [Fact]
    public void IsFilled_BriefGuide_HasWhatItSaysAndWhatEveryGuideHas()
    {
        var brief = Sample.BriefGuide().Content;

        Assert.Equal(["missions", "qualites", "parler", "sources"], GuideSections.All.Where(s => s.IsFilled(brief)).Select(s => s.Id));
        Assert.All(GuideSections.All, s => Assert.True(s.IsFilled(Content), s.Id));
    }

    [Fact]
    public void IsFilled_NotesWithoutAmounts_IsNoSection()
    {
        var pay = GuideSections.All.Single(s => s.Id == "salaire");

        Assert.False(pay.IsFilled(Content with { Salaries = [] }));
    }

    [Fact]
    public void References_OfEveryPart_StandWhereTheirPathSays()
    {
        using var document = JsonDocument.Parse(ExchangeJson.Write(Content, indented: false));

        var references = GuideReferences.Of(Content).ToList();

        Assert.Equal(Enum.GetValues<GuideReferenceKind>(), references.Select(r => r.Kind).Distinct().Order());
        Assert.All(references, r => Assert.Contains($"\"{r.Code}\"", At(document.RootElement, r.Path).GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public void References_ToSources_AreNumberedAsReadersKnowThem()
    {
        var micro = Content.MicroTasks!;
        var cited = Content with
        {
            Figures = [Content.Figures[0] with { Source = "figure" }],
            Salaries = [Content.Salaries[0] with { Source = "salary" }],
            BelgianFacts = [Content.BelgianFacts[0] with { Source = "fact" }],
            Faq = [Content.Faq[0] with { Sources = ["answer", "fact", "further"] }],
            MicroTasks = micro with
            {
                Estimator = micro.Estimator with { Source = "estimator" },
                StatusInBelgium = [micro.StatusInBelgium[0] with { Sources = ["status"] }],
            },
        };

        string[] numbered = ["figure", "salary", "fact", "status", "estimator", "answer", "further"];
        Assert.Equal(numbered, GuideReferences.Of(cited, GuideReferenceKind.Source).Where(numbered.Contains));
    }

    [Fact]
    public void Passages_OfAGuide_AreFactsAndThenTextsInTheirOrder()
    {
        var names = new Dictionary<string, string> { [Sample.Platform] = "Plateforme (plateforme.example)" };

        string[] known =
        [
            "Fact: Secondaire",
            "Fact: Le soin",
            "Fact: À l'atelier",
            "Fact: Faire : Faire ce qui est à faire.",
            "Fact: Trier : Trier des images.",
            "Fact: Plateforme (plateforme.example) : Tri",
            "Text: Pour que tout tienne.",
            "Text: Et si c'était vous ?",
            "Text: Un métier ancien.",
            "Text: Un métier utile.",
            "Text: Ateliers : 12",
            "Text: Avant impôt.",
            "Text: Rien ne doit manquer.",
            "Text: Voir de près.",
            "Text: Aiguille : coudre les cahiers",
            "Text: Ouvrir : On ouvre l'atelier.",
            "Text: Un fait : Il y a douze ateliers.",
            "Text: J'aime ce travail.",
            "Text: Apprendre : Deux ans en atelier.",
            "Text: Atelier : Petit et clair.",
            "Text: Du calme.",
            "Text: De la poussière.",
            "Text: Essayer : Un stage d'un jour.",
            "Text: Êtes-vous patient ?",
            "Text: Combien gagne-t-on ?",
            "Text: Selon l'atelier.",
            "Text: Reliure",
            "Text: Trois ateliers.",
            "Text: Chat ou chien ?",
            "Text: Ouvert",
            "Text: Par tâche",
            "Text: Les délais",
            "Text: On vous demande de payer : Un travail ne se paie pas.",
            "Text: Gardez vos relevés.",
            "Text: Économie de partage : Un régime à part.",
            "Text: Cela change vite.",
        ];

        var passages = GuidePassages.Of(Content, "fr", names).Select(p => $"{p.Field}: {p.Text}").ToList();

        Assert.Equal(known, passages.Where(known.Contains));
        Assert.Equal(passages.OrderBy(p => p.StartsWith("Text", StringComparison.Ordinal)), passages);
    }

    private static IEnumerable<string> Members(Type type) => type.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));

    private static JsonElement At(JsonElement element, string path) =>
        Steps()
            .Matches(path)
            .Aggregate(
                element,
                (at, step) =>
                    step.Groups["index"].Success
                        ? at[int.Parse(step.Groups["index"].Value, CultureInfo.InvariantCulture)]
                        : at.GetProperty(step.Value)
            );

    [GeneratedRegex(@"[A-Za-z]+|\[(?<index>\d+)\]")]
    private static partial Regex Steps();
}
