using System.IO.Compression;
using System.Text;
using CareerPortal.Catalogue;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Core.Tests.Catalogue;

public sealed class CataloguePackTests
{
    private static readonly CatalogueEdition Shipped = CataloguePack.ReadShipped();

    [Fact]
    public void ReadShipped_Pack_HoldsTheCatalogueWithItsAttributions()
    {
        Assert.InRange(Shipped.Occupations.Count, 1501, int.MaxValue);
        Assert.Equal(565, Shipped.Municipalities.Count);
        Assert.Contains(Shipped.Sources, s => s.Attribution == "This service uses the ESCO classification of the European Commission.");
        Assert.All(Shipped.Sources, s => Assert.NotEmpty(s.Licence));
    }

    [Fact]
    public void ReadShipped_Pack_HoldsNoSentenceOfACatalogue()
    {
        Assert.Null(Shipped.Texts);
        Assert.DoesNotContain(
            Shipped.Terms,
            t =>
                t.Label.Fr is [.., not '.', '.'] && !t.Label.Fr.EndsWith(" n.c.a.", StringComparison.Ordinal)
                || t.Label.Fr.StartsWith("J'", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void ReadShipped_Pack_IsSmallerThanOneAndAHalfMegabytes()
    {
        using var stream = typeof(CataloguePack).Assembly.GetManifestResourceStream("catalogue.json.br")!;

        Assert.InRange(stream.Length, 1, 1_500_000);
    }

    [Fact]
    public void ReadShipped_Links_LeadToWhatIsListed()
    {
        var codes = Shipped.Occupations.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        var terms = Shipped.Terms.Select(t => (t.Kind, t.Code)).ToHashSet();
        var qualities = QualityCatalogue.Load();

        Assert.All(
            Shipped.Occupations,
            o =>
            {
                Assert.All(o.Facts.Neighbours, n => Assert.Contains(n, codes));
                Assert.All(o.Facts.Contexts, c => Assert.Contains((TermKind.Context, c), terms));
                Assert.All(o.Facts.Interests, c => Assert.Contains((TermKind.Interest, c), terms));
                Assert.All(o.Facts.Sectors, c => Assert.Contains((TermKind.Sector, c), terms));
                Assert.Contains((TermKind.Domain, o.Facts.Domain), terms);
                Assert.Contains((TermKind.Family, o.Facts.Parent), terms);
                Assert.All(o.Facts.Levels, l => Assert.NotNull(qualities.Find(l.QualityId)));
                Assert.All(o.Facts.Crossings, c => Assert.InRange(c.Confidence, 0.01, 1));
            }
        );
    }

    [Fact]
    public void Write_SameEdition_GivesTheSameBytesWithoutTexts()
    {
        var small = Shipped with { Occupations = [.. Shipped.Occupations.Take(5)], Terms = [], Localities = [], Municipalities = [] };
        using var first = new MemoryStream();
        using var second = new MemoryStream();

        CataloguePack.Write(first, small);
        CataloguePack.Write(second, small with { Texts = [new ListedText("A1101", CatalogueTextKind.Definition, "Une phrase.")] });

        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"name\": \"x\"}")]
    [InlineData("null")]
    [InlineData("not json")]
    public void Read_WhatIsNoPack_IsRefused(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        packed.Position = 0;

        Assert.Throws<InvalidDataException>(() => CataloguePack.Read(packed));
    }

    [Fact]
    public void Read_WhatUnpacksWithoutEnd_IsRefused()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 80; i++)
            {
                brotli.Write(zeros);
            }
        }

        packed.Position = 0;

        Assert.Throws<InvalidDataException>(() => CataloguePack.Read(packed));
    }

    [Fact]
    public void Read_WhatIsNotPacked_IsRefused()
    {
        using var plain = new MemoryStream(Encoding.UTF8.GetBytes("{}"));

        Assert.Throws<InvalidDataException>(() => CataloguePack.Read(plain));
    }
}
