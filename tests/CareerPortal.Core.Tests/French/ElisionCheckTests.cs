using CareerPortal.French;

namespace CareerPortal.Core.Tests.French;

public sealed class ElisionCheckTests
{
    [Theory]
    [InlineData("Le métier de annotateur", "de annotateur", "d’annotateur")]
    [InlineData("le opérateur", "le opérateur", "l’opérateur")]
    [InlineData("la école", "la école", "l’école")]
    [InlineData("Le annotateur travaille", "Le annotateur", "L’annotateur")]
    [InlineData("il faut que il vienne", "que il", "qu’il")]
    [InlineData("Si il vient", "Si il", "S’il")]
    [InlineData("je ai compris", "je ai", "j’ai")]
    [InlineData("on ne est pas", "ne est", "n’est")]
    [InlineData("jusque à demain", "jusque à", "jusqu’à")]
    [InlineData("aller à le Forem", "à le Forem", "au Forem")]
    [InlineData("le site de le Forem", "de le Forem", "du Forem")]
    [InlineData("le site de Le Forem", "de Le Forem", "du Forem")]
    [InlineData("le cœur de le métier", "de le métier", "du métier")]
    [InlineData("répondre à les questions", "à les questions", "aux questions")]
    [InlineData("le rôle de le annotateur", "de le annotateur", "de l’annotateur")]
    [InlineData("le rôle du annotateur", "du annotateur", "de l’annotateur")]
    [InlineData("parler au employeur", "au employeur", "à l’employeur")]
    [InlineData("ce outil", "ce outil", "cet outil")]
    [InlineData("ce est vrai", "ce est", "c’est")]
    [InlineData("sa expérience", "sa expérience", "son expérience")]
    [InlineData("les outils de IA", "de IA", "d’IA")]
    [InlineData("le homme", "le homme", "l’homme")]
    [InlineData("une personne d’handicap", "d’handicap", "de handicap")]
    [InlineData("l'hiérarchie", "l'hiérarchie", "le/la hiérarchie")]
    [InlineData("d’onze ans", "d’onze", "de onze")]
    [InlineData("le travail de Amazon", "de Amazon", "d’Amazon")]
    public void Faults_FaultyText_GiveWhatFrenchWrites(string text, string found, string suggestion)
    {
        var fault = Assert.Single(ElisionCheck.Faults(text));

        Assert.Equal((found, suggestion), (fault.Found, fault.Suggestion));
        Assert.Equal(found, text.Substring(fault.Position, found.Length));
    }

    [Theory]
    [InlineData("Le métier d’annotateur·rice de données IA, qu’il soit d'IA ou non.")]
    [InlineData("Il s’agit de le faire, de les aider, à le comprendre et de le lui dire.")]
    [InlineData("Le handicap, la hauteur, le huit, le onze, le oui, la une du journal.")]
    [InlineData("Dis-le ensuite, prends-la avec toi, puis-je entrer, est-ce un métier ?")]
    [InlineData("le ou la responsable, ce à quoi on pense, de A à Z, la SNCB, de RH, d’RH, l’ouate, la ouate")]
    [InlineData("On lit « de annotateur » et \"le annotateur\" dans l’ancien texte.")]
    [InlineData("de 8 à 11 postes, de 1 à 10, le 1er, le XIe siècle, aujourd’hui, quelqu’un, prud’homme")]
    [InlineData("la méthode D’Hondt, la ville d’Herstal ou de Herstal, De Ambrassade")]
    [InlineData("voir https://example.be/de/le annexe")]
    [InlineData("si elle vient, il a le droit, s’il veut")]
    public void Faults_SoundText_AreNone(string text) => Assert.Empty(ElisionCheck.Faults(text));

    [Fact]
    public void Faults_SeveralFaults_ComeInOrder()
    {
        var faults = ElisionCheck.Faults("Le métier de opérateur de numérisation / opératrice. Je pense que elle à le temps de y aller.");

        Assert.Equal(["de opérateur", "que elle", "à le temps", "de y"], faults.Select(fault => fault.Found));
    }
}
