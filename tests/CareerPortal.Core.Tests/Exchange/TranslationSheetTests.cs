using System.Text;
using CareerPortal.Exchange;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Exchange;

public sealed class TranslationSheetTests
{
    private static readonly string[] Pieces =
    [
        "=1+1",
        "+",
        "-",
        "@SUM(A1)",
        "'",
        "''",
        "'s avonds",
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "é",
        "𝔸",
        "＝",
        "\uFEFF",
        " ",
        "texte",
        "</td>",
        "\u202E",
        "0",
    ];

    [Property(MaxTest = 300)]
    public Property Read_WhatWasWritten_IsTheSame() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ListOf().Select(p => string.Concat(p)).Three().ListOf().ToArbitrary(),
            texts =>
            {
                var rows = texts.Select(t => new SheetRow($"content.{t.Item1}", t.Item2, t.Item3, TranslationSheet.MarkOf(t.Item3))).ToList();

                var read = TranslationSheet.Read(TranslationSheet.Write(rows));

                Assert.Equal(rows, read.Select(r => r with { Line = 0 }));
            }
        );

    [Theory]
    [InlineData("=cmd|'/c calc'!A1")]
    [InlineData("+32")]
    [InlineData("-1")]
    [InlineData("@A1")]
    [InlineData("\t=1")]
    [InlineData("＝1")]
    public void WriteText_CellThatASpreadsheetReckons_StandsBehindAnApostrophe(string text)
    {
        var written = TranslationSheet.WriteText([new SheetRow("p", text, text, "")]);

        Assert.Contains($"\"'{text}\",\"'{text}\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatASpreadsheetInFrenchWrites_IsUnderstood()
    {
        var rows = TranslationSheet.Read(
            Encoding.UTF8.GetBytes("path;original;translation;mark\r\ncontent.summary;Bon;\"Goed; en \"\"wel\"\"\";abc\r\n;;;\r\n")
        );

        Assert.Equal([new SheetRow("content.summary", "Bon", "Goed; en \"wel\"", "abc") { Line = 2 }], rows);
    }

    [Theory]
    [InlineData("path,original\r\n", SheetFault.NoHeader, 1)]
    [InlineData("", SheetFault.NoHeader, 1)]
    [InlineData("path,original,translation,mark\r\na,b,c,d\r\na,\"b\r\nc,d\r\n", SheetFault.OpenQuote, 3)]
    [InlineData("path,original,translation,mark\r\na,\"b\"x,c,d\r\n", SheetFault.TextAfterQuote, 2)]
    [InlineData("path,original,translation,mark\r\na,\"b\n\nb\",c,d\r\na,b\r\n", SheetFault.WrongCells, 5)]
    public void ReadText_Malformed_TellsTheLine(string text, SheetFault fault, int line)
    {
        var refused = Assert.Throws<SheetFaultException>(() => TranslationSheet.ReadText(text));

        Assert.Equal((fault, line), (refused.Fault, refused.Line));
    }

    [Fact]
    public void Read_OtherEncoding_TellsTheLine()
    {
        var refused = Assert.Throws<SheetFaultException>(() =>
            TranslationSheet.Read(Encoding.Latin1.GetBytes("path,original,translation,mark\r\na,b,c,d\r\na,été,c,d\r\n"))
        );

        Assert.Equal((SheetFault.NotUtf8, 3), (refused.Fault, refused.Line));
    }

    [Fact]
    public void Read_MoreThanAllowed_IsRefused()
    {
        Assert.Throws<SheetFaultException>(() => TranslationSheet.Read(new byte[TranslationSheet.MostBytes + 1]));
        var rows = Enumerable.Repeat(new SheetRow("p", "o", "t", ""), TranslationSheet.MostRows + 1);

        Assert.Equal(SheetFault.TooManyRows, Assert.Throws<SheetFaultException>(() => TranslationSheet.Read(TranslationSheet.Write(rows))).Fault);
    }
}
