using System.Globalization;
using CareerPortal.Search;

namespace CareerPortal.Core.Tests.Search;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t\u00A0\r\n", null)]
    [InlineData("\uFFFE\u0000\u202E\uD800", null)]
    [InlineData("numérisation", "numérisation")]
    [InlineData("  métier\t\n d'archives ", "métier d'archives")]
    [InlineData("a\u0000b\u001Bc\u007Fd\u0085e", "abcd e")]
    [InlineData("a\uFFFEb\uFFFFc\uFDD0d\uFDEFe", "abcde")]
    [InlineData("a\uD83Fb\uDFFEc", "abc")]
    [InlineData("\uD83D\uDE00\uD83D", "\uD83D\uDE00")]
    [InlineData("\u202Eabc\u200F\u2066d\u00AD", "abcd")]
    [InlineData("\uD83D\uDC69\u200D\uD83D\uDCBB", "\uD83D\uDC69\u200D\uD83D\uDCBB")]
    public void Clean_OfText_KeepsWhatSomebodyTyped(string? typed, string? kept)
    {
        var cleaned = TypedText.Clean(typed, 100);

        Assert.Equal(kept, cleaned);
    }

    [Theory]
    [InlineData("abcdef", "abcde")]
    [InlineData("abc de", "abc d")]
    [InlineData("abcd\uD83D\uDE00", "abcd")]
    [InlineData("abcde\u0301", "abcd")]
    [InlineData("abc\uD83D\uDC69\u200D\uD83D\uDCBB", "abc")]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301\u0301")]
    [InlineData("abcd ef", "abcd")]
    public void Clean_OfTooLongAText_EndsAfterAWholeCharacter(string typed, string kept)
    {
        var cleaned = TypedText.Clean(typed, 5);

        Assert.Equal(kept, cleaned);
    }

    [Fact]
    public void Clean_OfAnyText_CanBeNormalisedAndIsAFixedPoint()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 5_000; round++)
        {
            var typed = new string([
                .. Enumerable
                    .Range(0, random.Next(1, 60))
                    .Select(_ =>
                        (char)random.Next(3) switch
                        {
                            (char)0 => (char)random.Next(0xD800, 0xE000),
                            (char)1 => (char)random.Next(0x10000),
                            _ => (char)random.Next(0x20, 0x180),
                        }
                    ),
            ]);

            var cleaned = TypedText.Clean(typed, 40);

            Assert.InRange(cleaned?.Length ?? 0, 0, 40);
            Assert.NotNull((cleaned ?? "").Normalize());
            Assert.Equal(cleaned, TypedText.Clean(cleaned, 40));
            Assert.True(new StringInfo(cleaned ?? "").LengthInTextElements <= 40);
        }
    }
}
