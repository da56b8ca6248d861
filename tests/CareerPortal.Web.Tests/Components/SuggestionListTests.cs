using Bunit;
using CareerPortal.Compatibility;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Matching;
using CareerPortal.Testing;
using CareerPortal.Web.Quiz;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Components;

public sealed class SuggestionListTests : ComponentTest
{
    [Fact]
    public void List_HeavyOccupation_SaysSoBesideItsNameAndOnlyThere()
    {
        var list = Show(
            [Occupation("lourd", 1), Occupation("calme", 2)],
            Of("lourd", WorkCondition.Screen, WorkCondition.ShockingContents, WorkCondition.NightWork),
            Of("calme", WorkCondition.Screen)
        );

        var cards = list.FindAll("article");
        Assert.Equal(
            ["Contenus choquants", "Travail de nuit"],
            cards[0].QuerySelectorAll("h2 + .tags .tag-heavy").Select(t => t.Words()).Order(StringComparer.Ordinal)
        );
        Assert.Equal(Text("Suggest.Heavy"), Wording.Plain(cards[0].QuerySelector(".tags")!.GetAttribute("aria-label")!));
        Assert.Null(cards[1].QuerySelector(".tags"));
    }

    [Fact]
    public void List_Equals_StandOnOnePlaceWithWhatTellsThemApart()
    {
        var list = Show(
            [Occupation("un", 1, sharing: 7), Occupation("deux", 1, sharing: 7), Occupation("trois", 2)],
            Of("un", WorkCondition.Screen, WorkCondition.Telework),
            Of("deux", WorkCondition.Screen, WorkCondition.Shifts),
            Of("trois", WorkCondition.Screen)
        );

        var places = list.FindAll(".suggestions > li");
        Assert.Equal([2, 1], places.Select(p => p.QuerySelectorAll("article").Length));
        Assert.Contains(Text("Suggest.Equal", 7), Wording.Plain(places[0].QuerySelector(".equals")!.Words()), StringComparison.Ordinal);
        Assert.DoesNotContain(Text("Suggest.EqualAlike"), Wording.Plain(places[0].Words()), StringComparison.Ordinal);
        Assert.Contains(
            Text("Suggest.EqualDiffers", "télétravail"),
            Wording.Plain(places[0].QuerySelectorAll("article")[0].Words()),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("télétravail", places[0].QuerySelectorAll("article")[1].Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Text("Suggest.EqualMore", 5), Wording.Plain(places[0].Words()), StringComparison.Ordinal);
        Assert.Null(places[1].QuerySelector(".equals"));
    }

    [Fact]
    public void List_EqualsThatNothingTellsApart_SaysSo()
    {
        var list = Show(
            [Occupation("un", 1, sharing: 2), Occupation("deux", 1, sharing: 2)],
            Of("un", WorkCondition.Screen),
            Of("deux", WorkCondition.Screen)
        );

        Assert.Contains(Text("Suggest.EqualAlike"), Wording.Plain(list.Find(".equals").Words()), StringComparison.Ordinal);
    }

    [Fact]
    public void List_FittingWithoutASingleReason_SaysThatItIsTheWhole()
    {
        var list = Show(
            [
                Occupation("un", 1) with
                {
                    Fits = true,
                },
                Occupation("deux", 2),
                new Suggestion("trois", [new("patience", ReasonDirection.Both, [])]) { Place = 3, Fits = true },
            ],
            Of("un"),
            Of("deux"),
            Of("trois")
        );

        Assert.Equal(
            [true, false, false],
            list.FindAll("article").Select(a => Wording.Plain(a.Words()).Contains(Text("Suggest.Whole"), StringComparison.Ordinal))
        );
    }

    private IRenderedComponent<SuggestionList> Show(IReadOnlyList<Suggestion> suggestions, params GuideSummary[] guides) =>
        Render<SuggestionList>(p => p.Add(l => l.Suggestions, suggestions).Add(l => l.Catalogue, new GuideCatalogue(guides, TestStore.Words, "fr")));

    private static Suggestion Occupation(string code, int place, int sharing = 1) => new(code, []) { Place = place, Sharing = sharing };

    private static GuideSummary Of(string code, params WorkCondition[] conditions) => Summary(code) with { Conditions = conditions };
}
