using CareerPortal.French;

namespace CareerPortal.Core.Tests.French;

public sealed class BelgianWordsTests
{
    [Theory]
    [InlineData("Un bac+2 suffit.", "bac+2")]
    [InlineData("Après le lycée, on choisit.", "lycée")]
    [InlineData("Le maire signe.", "maire")]
    [InlineData("Cherchez dans votre département.", "département")]
    [InlineData("Devenir auto-entrepreneur.", "auto-entrepreneur")]
    [InlineData("Il touche le RSA.", "RSA")]
    [InlineData("Le comité d'entreprise décide.", "comité d'entreprise")]
    public void Findings_WordOfFrance_IsFound(string text, string found) => Assert.Equal(found, Assert.Single(BelgianWords.Findings(text)).Found);

    [Theory]
    [InlineData("Placez les feuilles dans le bac.")]
    [InlineData("Cap sur le métier : il garde le cap.")]
    [InlineData("Elle enseigne au lycée Martin V.")]
    [InlineData("Le département des archives ouvre.")]
    [InlineData("Parlez à votre département informatique.")]
    [InlineData("Un contrat CDI, avec un CESS ou un bachelier.")]
    [InlineData("On lit « SMIC » dans une annonce française.")]
    [InlineData("Voir https://www.france.example/SMIC et smic@example.org.")]
    [InlineData("Septante et nonante, le bourgmestre et la commune.")]
    [InlineData("Le primaire et le secondaire.")]
    public void Findings_WordsOfBelgium_AreNone(string text) => Assert.Empty(BelgianWords.Findings(text));
}
