using CareerPortal.French;

namespace CareerPortal.Core.Tests.French;

public sealed class GenderedWordingTests
{
    [Theory]
    [InlineData("Les étudiants travaillent.", "Les étudiants", "Les étudiants et les étudiantes")]
    [InlineData("On explique aux travailleurs.", "aux travailleurs", "aux travailleurs et aux travailleuses")]
    [InlineData("Chaque candidat doit venir.", "Chaque candidat", "Chaque candidat ou candidate")]
    [InlineData("Le technicien peut refuser.", "Le technicien", "Le technicien ou la technicienne")]
    public void Findings_MasculineForEverybody_IsFound(string text, string found, string suggestion)
    {
        var finding = Assert.Single(GenderedWording.Findings(text));

        Assert.Equal((found, suggestion, text.IndexOf(found, StringComparison.Ordinal)), (finding.Found, finding.Suggestion, finding.Position));
    }

    [Theory]
    [InlineData("Poser des questions aux ingénieurs et ingénieures.")]
    [InlineData("En parler au conseiller ou à la conseillère en prévention.")]
    [InlineData("On aide des familles et des chercheurs ou chercheuses.")]
    [InlineData("La Chambre belge des traducteurs et interprètes renseigne.")]
    [InlineData("Un traducteur automatique aide à lire une consigne.")]
    [InlineData("La technicienne ou le technicien peut refuser.")]
    [InlineData("Il répond : « les étudiants paient ».")]
    [InlineData("Les annotateur·rices lisent.")]
    [InlineData("Une aide pour le directeur Dupont.")]
    [InlineData("Les collègues et les élèves lisent.")]
    public void Findings_BothOrNobodyNamed_IsNone(string text) => Assert.Empty(GenderedWording.Findings(text));
}
