using CareerPortal.Offers;
using CareerPortal.Offers.Sources;

namespace CareerPortal.Core.Tests.Offers.Sources;

public sealed class OfferWordsTests
{
    [Theory]
    [InlineData("Intérimaire avec option sur durée indéterminée", ContractKind.TemporaryToPermanent)]
    [InlineData("Durée Indéterminée", ContractKind.Permanent)]
    [InlineData("Durée indéterminée", ContractKind.Permanent)]
    [InlineData("Intérimaire", ContractKind.Temporary)]
    [InlineData("Durée déterminée", ContractKind.FixedTerm)]
    [InlineData("Etudiant", ContractKind.Student)]
    [InlineData("Étudiant", ContractKind.Student)]
    [InlineData("Remplacement", ContractKind.Replacement)]
    [InlineData("Contrat collaboration indépendant", ContractKind.SelfEmployed)]
    [InlineData("Flexi-Jobs", ContractKind.FlexiJob)]
    [InlineData("Journalier (occasionnel ou saisonnier)", ContractKind.Casual)]
    [InlineData("Salarié statutaire", ContractKind.CivilServant)]
    [InlineData("Nettement défini", ContractKind.DefinedWork)]
    [InlineData("Tout autre chose", null)]
    public void Contract_LabelOfASource_IsWhatItMeans(string label, ContractKind? meant) => Assert.Equal(meant, OfferWords.Contract(label));

    [Theory]
    [InlineData("Sans expérience", ExperienceNeed.None)]
    [InlineData("Débutant accepté", ExperienceNeed.None)]
    [InlineData("- 1 an", ExperienceNeed.UnderTwoYears)]
    [InlineData("< 2 ans", ExperienceNeed.UnderTwoYears)]
    [InlineData("6 mois", ExperienceNeed.UnderTwoYears)]
    [InlineData("2 à 5 ans", ExperienceNeed.TwoToFiveYears)]
    [InlineData("3 ans", ExperienceNeed.TwoToFiveYears)]
    [InlineData("plus de 5 ans", ExperienceNeed.OverFiveYears)]
    [InlineData("10 ans", ExperienceNeed.OverFiveYears)]
    [InlineData("Souhaitée", ExperienceNeed.Some)]
    [InlineData("Sup_7", null)]
    public void Experience_LabelOfASource_IsWhatItMeans(string label, ExperienceNeed? meant) => Assert.Equal(meant, OfferWords.Experience(label));

    [Theory]
    [InlineData("B - Voitures", "B")]
    [InlineData("Permis C+E", "CE")]
    [InlineData("[BE] remorque, C", "BE,C")]
    [InlineData("Permis de conduire", "")]
    [InlineData("A bord d'un camion C1", "A,C1")]
    public void Licences_Label_AreTheCategoriesItNames(string label, string meant) =>
        Assert.Equal(meant, string.Join(',', OfferWords.Licences(label)));

    [Theory]
    [InlineData("RANDSTAD BELGIUM", null, EmployerKind.Agency)]
    [InlineData("Start People Namur", ContractKind.Permanent, EmployerKind.Agency)]
    [InlineData("Accueil Intérim SA", null, EmployerKind.Agency)]
    [InlineData("Boulangerie Dupont", ContractKind.TemporaryToPermanent, EmployerKind.Agency)]
    [InlineData("Boulangerie Dupont", ContractKind.Permanent, EmployerKind.Direct)]
    [InlineData("Trésor Unique", null, EmployerKind.Direct)]
    [InlineData(null, ContractKind.Permanent, null)]
    public void KindOf_NameAndContract_TellsAgencyFromEmployer(string? name, ContractKind? contract, EmployerKind? kind) =>
        Assert.Equal(kind, OfferWords.KindOf(name, contract));

    [Theory]
    [InlineData("Jobat", true)]
    [InlineData("StepStone (Belgium)", true)]
    [InlineData("CONFIDENTIEL", true)]
    [InlineData("Le Forem", false)]
    [InlineData("Jobat Construct", false)]
    public void IsNoEmployer_Name_IsABoardOrHidesWhoEmploys(string name, bool isNone) => Assert.Equal(isNone, OfferWords.IsNoEmployer(name));

    [Theory]
    [InlineData("02", "02")]
    [InlineData("6", "06")]
    [InlineData("9", null)]
    [InlineData("-1", null)]
    [InlineData("Bachelier", null)]
    public void StudyCode_Code_IsTwoDigits(string code, string? meant) => Assert.Equal(meant, OfferWords.StudyCode(code));
}
