using CareerPortal.Offers;

namespace CareerPortal.Core.Tests.Offers;

public sealed class OfferTitleTests
{
    private static readonly HashSet<string> Towns = ["namur", "liege", "virton", "braine l alleud", "la louviere", "verviers"];

    [Theory]
    [InlineData("Magasinier (H/F/X)", "Magasinier")]
    [InlineData("Magasinier H/F/X", "Magasinier")]
    [InlineData("Magasinier (m/v/x)", "Magasinier")]
    [InlineData("Magasinier (h-f-x)", "Magasinier")]
    [InlineData("Krankenpfleger m/w/d", "Krankenpfleger")]
    [InlineData("Domain Architect /x) (H/F/X)", "Domain Architect")]
    [InlineData("Business / Financial Data Analyst (/X) | CDI (H/F/X)", "Business / Financial Data Analyst")]
    [InlineData("URGENT : Chef de rang", "Chef de rang")]
    [InlineData("Nous recrutons : Chef de rang", "Chef de rang")]
    [InlineData("Chef de rang - engagement immédiat (H/F/X)", "Chef de rang")]
    [InlineData("Chef de rang – Liège", "Chef de rang")]
    [InlineData("Liège - Chef de rang", "Chef de rang")]
    [InlineData("Chef de rang (Namur) (H/F/X)", "Chef de rang")]
    [InlineData("Chef de rang | La Louvière (H/F/X)", "Chef de rang")]
    [InlineData("Chef de rang, région de Verviers", "Chef de rang")]
    [InlineData("Chef de rang à Namur H/F/X", "Chef de rang")]
    [InlineData("Chef de rang (m/f/x) - 6760 Virton", "Chef de rang")]
    [InlineData("Chef de rang - BRAINE-L'ALLEUD", "Chef de rang")]
    [InlineData("Employé·e de commerce", "Employé de commerce")]
    public void Bare_WhatHangsOnATitle_IsLeftOut(string title, string bare) => Assert.Equal(bare, OfferTitle.Bare(title, Towns.Contains));

    [Theory]
    [InlineData("Brancardier aux urgences")]
    [InlineData("Tourneur-fraiseur")]
    [InlineData("Éducateur A1")]
    [InlineData("Chauffeur C mi-temps")]
    [InlineData("Vérificateur (trice)")]
    [InlineData("Serveur / Serveuse")]
    [InlineData("Chef de rang - équipe de nuit")]
    public void Bare_WhatSaysSomethingOfTheWork_Stays(string title) => Assert.Equal(title, OfferTitle.Bare(title, Towns.Contains));

    [Theory]
    [InlineData("Namur", "Namur")]
    [InlineData(" URGENT ", "URGENT")]
    [InlineData("(H/F/X)", "(H/F/X)")]
    [InlineData("", "")]
    public void Bare_NothingElse_IsTheWholeTitle(string title, string bare) => Assert.Equal(bare, OfferTitle.Bare(title, Towns.Contains));

    [Fact]
    public void Bare_HostileTitle_IsCutAndAnsweredAtOnce()
    {
        var bare = OfferTitle.Bare(new string('(', 200_000) + string.Concat(Enumerable.Repeat("h/", 100_000)), Towns.Contains);

        Assert.InRange(bare.Length, 0, OfferTitle.MostCharacters);
    }
}
