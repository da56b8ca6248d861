using CareerPortal.French;

namespace CareerPortal.Core.Tests.French;

public sealed class RegisterCheckTests
{
    [Theory]
    [InlineData("Tu seras le maillon essentiel. Découvrez votre profil.", "Tu,Découvrez,votre")]
    [InlineData("Un métier où ta précision compte. Le métier vous intéresse ?", "ta,vous")]
    [InlineData("Imagine ce que t’apporte ce métier, puis inscrivez-vous.", "t,inscrivez,vous")]
    [InlineData("Êtes-vous prêt à préparer ton avenir ?", "Êtes,vous,ton")]
    public void Mixed_BothRegisters_GivesTheWords(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', RegisterCheck.Mixed(text).Select(word => word.Word)));

    [Theory]
    [InlineData("Vous annotez des données. Votre précision compte.")]
    [InlineData("Tu annotes des données. Ta précision compte, tes yeux aussi.")]
    [InlineData("Vous évaluez le ton émotionnel des phrases.")]
    [InlineData("Tu as rendez-vous chez Actiris, assez tôt, au rez-de-chaussée.")]
    [InlineData("Tu passes chez M. Fernandez ou Mme Gonzalez.")]
    [InlineData("Vous lisez : « Tu peux le faire, toi aussi. »")]
    [InlineData("Vous restez calme : il s’est tu.")]
    [InlineData("Que dit-on de t-elle, a-t-il compris ? Vous le savez.")]
    [InlineData("")]
    public void Mixed_OneRegister_IsEmpty(string text) => Assert.Empty(RegisterCheck.Mixed(text));

    [Fact]
    public void Against_ChosenRegister_GivesTheOther()
    {
        var words = RegisterCheck.Against("Tu seras prêt. Découvrez la suite.", Register.Vous);

        Assert.Equal([new RegisterWord("Tu", Register.Tu, 0)], words);
    }
}
