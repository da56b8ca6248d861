using CareerPortal.Occupations;
using CareerPortal.Search;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Search;

public sealed class SearchIndexTests
{
    private static readonly SearchMeaning Home = new()
    {
        Code = "maison",
        Language = "fr",
        Said = ["chez soi"],
        Means = ["atelier privé"],
        Conditions = [WorkCondition.Telework],
    };
    private static readonly SearchMeaning Empty = new()
    {
        Code = "vides",
        Language = "fr",
        Said = ["métier"],
    };

    private static readonly SearchIndex Small = new(
        [
            Document(
                [],
                (SearchField.Title, "relieur relieuse"),
                (SearchField.Text, "Coudre des cahiers avec du fil de lin."),
                (SearchField.Text, "Vendre au marché.")
            ),
            Document(
                [SearchMeaning.Mark(WorkCondition.Telework)],
                (SearchField.Title, "graveur graveuse"),
                (SearchField.OtherTitle, "ciseleur"),
                (SearchField.Text, "Le cuivre d'un relieur se grave.")
            ),
            Document(
                [],
                (SearchField.Title, "doreur doreuse"),
                (SearchField.Fact, "Poser la feuille d'or."),
                (SearchField.Text, "Un atelier privé suffit.")
            ),
        ],
        [Home, Empty],
        TestStore.Words
    );

    [Fact]
    public void Find_WordInATitleAndInAText_TitleComesFirst() => Assert.Equal([0, 1], Small.Find("relieur").Documents);

    [Fact]
    public void Find_WordsOfOneText_MustStandInOnePassage()
    {
        Assert.Equal([0], Small.Find("fil lin").Documents);
        Assert.Empty(Small.Find("fil marché").Documents);
        Assert.Equal([0], Small.Find("relieur marché").Documents);
    }

    [Fact]
    public void Find_MostOfSeveralWords_IsFoundAndSaid()
    {
        var found = Small.Find("relieur cahiers plongée");

        Assert.Equal([0], found.Documents);
        Assert.True(found.Partial);
        Assert.Empty(Small.Find("coudre cahiers plongée").Documents);
    }

    [Theory]
    [InlineData("relieur parchemin", 0)]
    [InlineData("relieuse fil", 0)]
    [InlineData("atelier relieur", null)]
    public void Find_NameOfAnOccupationAndAKnownWord_TheNameFindsIt(string typed, int? found)
    {
        var index = new SearchIndex(
            [
                Document([], (SearchField.Title, "relieur relieuse"), (SearchField.Text, "Coudre des cahiers avec du fil.")),
                Document([], (SearchField.Title, "copiste"), (SearchField.Text, "Écrire sur un parchemin."), (SearchField.Text, "Un atelier.")),
            ],
            [],
            TestStore.Words
        );

        var answer = index.Find(typed);

        Assert.Equal(found is { } one ? [one] : [], answer.Documents);
        Assert.Equal(typed == "relieur parchemin", answer.Partial);
    }

    [Theory]
    [InlineData("métier")]
    [InlineData("le métier")]
    [InlineData("?")]
    [InlineData("")]
    public void Find_NoWordThatSaysAnything_SaysThatNothingIsAsked(string typed)
    {
        Assert.True(Small.Find(typed).AsksNothing);
        Assert.False(Small.Find(typed + " xylophone").AsksNothing);
    }

    [Theory]
    [InlineData("vrete", true)]
    [InlineData("vete", true)]
    [InlineData("vente", false)]
    [InlineData("vergte", true)]
    public void Find_ShortMistypedWord_OnlyLacksALetterOrHasTwoSwapped(string typed, bool isFound)
    {
        var index = new SearchIndex([Document([], (SearchField.Title, "ligne verte"))], [], TestStore.Words);

        Assert.Equal(isFound, index.Find(typed).Documents.Count > 0);
    }

    [Theory]
    [InlineData("main courante")]
    [InlineData("main-courante")]
    [InlineData("maincourante")]
    [InlineData("feuille volante")]
    [InlineData("feuillevolante")]
    public void Find_WordsJoinedOrSplit_AreTheSame(string typed)
    {
        var index = new SearchIndex(
            [Document([], (SearchField.Title, "maincourante"), (SearchField.Text, "Une feuille volante."))],
            [],
            TestStore.Words
        );

        Assert.Equal([0], index.Find(typed).Documents);
    }

    [Fact]
    public void Find_WhatPeopleMean_FindsByWordAndByMark() => Assert.Equal([1, 2], Small.Find("chez soi").Documents.Order());

    [Fact]
    public void Find_WordThatSaysNothing_CountsOnlyAlone()
    {
        Assert.Equal([0], Small.Find("métier relieuse marché").Documents);
        Assert.Empty(Small.Find("métier").Documents);
    }

    [Fact]
    public void Excerpt_WordInTheTextOnly_MarksItThere()
    {
        var answer = Small.Find("cahier");

        var excerpt = Small.Excerpt(answer, 0)!;

        Assert.Equal(
            [new ExcerptPart("Coudre des ", false), new ExcerptPart("cahiers", true), new ExcerptPart(" avec du fil de lin.", false)],
            excerpt.Parts
        );
    }

    [Fact]
    public void Excerpt_WordInTheTitle_IsNotNeeded()
    {
        var answer = Small.Find("relieuse");

        Assert.Null(Small.Excerpt(answer, 0));
    }

    [Fact]
    public void Excerpt_FoundByAMark_NamesIt() => Assert.Equal("condition:Telework", Small.Excerpt(Small.Find("chez soi"), 1)!.Mark);

    [Fact]
    public void Excerpt_LongPassage_IsCutBetweenWordsAroundTheFound()
    {
        var text = string.Join(' ', Enumerable.Range(0, 200).Select(n => n == 120 ? "parchemin" : $"mot{n}"));
        var index = new SearchIndex([Document([], (SearchField.Title, "copiste"), (SearchField.Text, text))], [], TestStore.Words);

        var excerpt = index.Excerpt(index.Find("parchemins"), 0)!;

        var shown = string.Concat(excerpt.Parts.Select(p => p.Text));
        Assert.Equal(["parchemin"], excerpt.Parts.Where(p => p.IsFound).Select(p => p.Text));
        Assert.InRange(shown.Length, 100, 180);
        Assert.StartsWith("… mot", shown, StringComparison.Ordinal);
        Assert.EndsWith(" …", shown, StringComparison.Ordinal);
        Assert.Contains(shown[2..^2], text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nearest_TitleOneSlipFurtherThanForgiven_IsOffered()
    {
        Assert.Empty(Small.Find("grvuer vide").Documents);
        Assert.Equal([1], Small.Nearest("grvuer vide", 3));
        Assert.Empty(Small.Nearest("xylophone", 3));
    }

    public static TheoryData<string> Hostile =>
        [
            "\uD83D",
            "a\uDE00b",
            "\uFFFE",
            "\uFFFF",
            "\uFDD0",
            "\0",
            "‮relieur‬",
            new string('a', 10_000),
            string.Join(' ', Enumerable.Range(0, 500).Select(n => $"mot{n}")),
            string.Concat(Enumerable.Repeat("e\u0301\u0302\u0303", 3_000)),
            string.Join(' ', Enumerable.Repeat("relieur", 500)),
            new string('\u0301', 200),
            "'",
            "''''l'",
            "-",
            "~",
            "=condition:Telework",
            "\u00A0",
            "İ",
            "ﬁl",
            "\U0001F600",
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Find_HostileText_AnswersWithoutFault(string typed)
    {
        var answer = Small.Find(typed);

        Assert.All(answer.Documents, d => Small.Excerpt(answer, d));
        Assert.NotNull(Small.Nearest(typed, 3));
    }

    private static SearchDocument Document(string[] marks, params (SearchField Field, string Text)[] passages) =>
        new([.. passages.Select(p => new SearchPassage(p.Field, p.Text, Languages.Default))], marks);
}
