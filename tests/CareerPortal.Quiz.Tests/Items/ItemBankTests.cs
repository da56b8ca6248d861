using System.Text;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Quiz.Tests.Items;

public sealed class ItemBankTests
{
    private const string OneItem =
        """{"format":1,"version":"2026-11","items":[{"id":"rigueur-1","quality":"rigueur","reversed":true,"text":{"fr":"a","nl":"b","de":"c","en":"d"}}]}""";

    [Fact]
    public void Read_OneItem_HasStartParametersAndTexts()
    {
        var bank = ItemBank.Read(Stream(OneItem));

        var item = Assert.Single(bank.Items);
        Assert.True(item.Reversed);
        Assert.False(item.IsCalibrated);
        Assert.Equal(StartNorms.Shipped.Of(ItemKind.ReversedTrait, NormFamilies.Order).Parameters, item.Parameters);
        Assert.Equal(StartNorms.Shipped.Of(ItemKind.ReversedTrait, NormFamilies.Order).Uncertainty, item.Uncertainty);
        Assert.Equal("c", item.Text["de-BE"]);
        Assert.Equal("2026-11", bank.Version);
        Assert.Equal(24, bank.Dimensions.Count);
    }

    [Fact]
    public void Read_InterestItem_AddsSixDimensions()
    {
        var interests = OneItem.Replace("\"rigueur-1\",\"quality\":\"rigueur\"", "\"interest-r-1\",\"interest\":\"R\"", StringComparison.Ordinal);

        var bank = ItemBank.Read(Stream(OneItem), Stream(interests));

        Assert.Equal(30, bank.Dimensions.Count);
        Assert.Equal("interest-r", bank.Items[1].QualityId);
    }

    [Theory]
    [InlineData("\"rigueur\"", "\"bravoure\"", "bravoure")]
    [InlineData("\"nl\":\"b\",", "", "no text in nl")]
    [InlineData("\"format\":1", "\"format\":2", "format")]
    [InlineData("\"text\"", "\"similarTo\":[\"nobody\"],\"text\"", "nobody")]
    [InlineData("{\"format\"", "\"format\"", "items:")]
    public void Read_BrokenFile_SaysWhat(string replaced, string by, string expected)
    {
        var problem = Assert.Throws<FormatException>(() => ItemBank.Read(Stream(OneItem.Replace(replaced, by, StringComparison.Ordinal))));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Coded_ReversedItem_MirrorsTheAnswer()
    {
        var item = ItemBank.Read(Stream(OneItem)).Items[0];

        Assert.Equal([5, 4, 3, 2, 1], Enumerable.Range(1, 5).Select(item.Coded));
    }

    [Fact]
    public void Check_SmallBank_IsSound() => Assert.Empty(ItemBankRules.Check(SmallBank.OfQualities()));

    [Fact]
    public void Check_TooFewItems_IsReported() => Assert.NotEmpty(ItemBankRules.Check(SmallBank.OfQualities(3)));

    [Theory]
    [InlineData("fr", "Je ne relis rien.", "denies")]
    [InlineData("fr", "Je n'aime que le calme.", "denies")]
    [InlineData("nl", "Ik lees niet graag.", "denies")]
    [InlineData("de", "Ich habe keinen Plan.", "denies")]
    [InlineData("en", "I don't plan.", "denies")]
    [InlineData("fr", "Je relis souvent mon travail.", "leaves the measure")]
    [InlineData("nl", "Ik lees snel.", "leaves the measure")]
    [InlineData("de", "Ich lese oft.", "leaves the measure")]
    [InlineData("en", "I read quickly.", "leaves the measure")]
    [InlineData("fr", "Je suis organisé.", "has a gender")]
    [InlineData("fr", "Je suis organisé·e.", "has a gender")]
    [InlineData("nl", "Ik help hem.", "has a gender")]
    [InlineData("de", "Ich helfe Kolleginnen.", "has a gender")]
    [InlineData("en", "I help her.", "has a gender")]
    [InlineData("en", "I do a b c d e f g h i j k.", "13 words")]
    public void Check_ForbiddenWording_IsReported(string language, string text, string expected)
    {
        var bank = SmallBank.OfQualities();
        var worded = new ItemBank(bank.Items.Select((item, at) => at == 0 ? Reworded(item, language, text) : item), bank.Dimensions);

        Assert.Contains(
            ItemBankRules.Check(worded),
            problem => problem.StartsWith("rigueur-1: ", StringComparison.Ordinal) && problem.Contains(expected, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("fr", "Il me faut une heure, en colère ou pas du tout.", "pas")]
    [InlineData("fr", "Je suis en colère quand il reste une personne.", null)]
    [InlineData("en", "I stop as soon as it is done.", null)]
    [InlineData("de", "Ich beginnen mit ihnen.", null)]
    public void Check_WordsThatLookForbidden_AreToldApart(string language, string text, string? word)
    {
        var bank = SmallBank.OfQualities();
        var worded = new ItemBank(bank.Items.Select((item, at) => at == 0 ? Reworded(item, language, text) : item), bank.Dimensions);

        var problems = ItemBankRules.Check(worded).Where(problem => problem.StartsWith("rigueur-1: ", StringComparison.Ordinal));

        Assert.Equal(word is null ? [] : [$"rigueur-1: '{word}' in fr denies."], problems);
    }

    [Fact]
    public void Check_LearnedWords_AreHardToRead()
    {
        const string learned = "Institutionnalisation épistémologique interdisciplinaire.";
        var bank = SmallBank.OfQualities();
        var worded = new ItemBank(
            bank.Items.Select(item => item.QualityId == "rigueur" ? Reworded(item, "fr", $"{learned} {item.Id}") : item),
            bank.Dimensions
        );

        Assert.Contains(ItemBankRules.Check(worded), problem => problem.StartsWith("rigueur: reading ease", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr", "Le chat dort.", 130.4, 0.1)]
    [InlineData("de", "Die Katze schläft.", 99, 0.5)]
    [InlineData("en", "The cat sat on the mat.", 116.1, 0.1)]
    public void ReadingEase_ShortSentence_FollowsTheFormula(string language, string text, double expected, double within) =>
        Assert.Equal(expected, ReadingEase.Of([text], language), within);

    [Fact]
    public void AskedOf_RetiredItem_IsLeftOutAndKeepsItsPlace()
    {
        var retired = OneItem
            .Replace("rigueur-1", "rigueur-0", StringComparison.Ordinal)
            .Replace("\"text\"", "\"retired\":\"2026-12\",\"similarTo\":[\"rigueur-1\"],\"text\"", StringComparison.Ordinal);
        var bank = ItemBank.Read(Stream(OneItem), null, Stream(retired));

        Assert.Equal(["rigueur-1"], bank.AskedOf(0).ToArray().Select(at => bank.Items[at].Id));
        Assert.Equal(["rigueur-1", "rigueur-0"], bank.ItemsOf(0).ToArray().Select(at => bank.Items[at].Id));
        Assert.True(bank.Find("rigueur-0")!.IsAskedIn("2026-11"));
        Assert.False(bank.Find("rigueur-0")!.IsAskedIn("2026-12"));
        Assert.True(bank.AreSimilar(0, 1));
    }

    private static Item Reworded(Item item, string language, string text) =>
        new()
        {
            Id = item.Id,
            QualityId = item.QualityId,
            Reversed = item.Reversed,
            SimilarTo = item.SimilarTo,
            Text = new Quiz.Qualities.QuizText(
                Quiz.Qualities.QuizText.Languages.Select(l => KeyValuePair.Create(l, l == language ? text : item.Text[l]))
            ),
        };

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));
}
