using System.Text.RegularExpressions;
using CareerPortal.Compatibility;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Compatibility;

public sealed class ResumeCodeTests
{
    [Fact]
    public void New_Many_AreAllDifferentAndUseEveryLetter()
    {
        var codes = Enumerable.Range(0, 10_000).Select(_ => ResumeCode.New().ToString()).ToList();

        // 16 letters of 32 are 80 bits.
        Assert.All(codes, c => Assert.Matches(new Regex("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$"), c));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(32, codes.SelectMany(c => c).Where(c => c != '-').Distinct().Count());
    }

    [Theory]
    [InlineData("0123-4567-89ab-cdef")]
    [InlineData("0123456789ABCDEF")]
    [InlineData(" 0123 4567 89AB CDEF ")]
    [InlineData("o1z3-4567-89ab-cdef", "01Z3-4567-89AB-CDEF")]
    [InlineData("OIL3-4567-89AB-CDEF", "0113-4567-89AB-CDEF")]
    [InlineData("0123‑4567‑89ab‑cdef")]
    [InlineData("0123\u00A04567\u00A089ab\u00A0cdef")]
    [InlineData("0123\u20134567\u201389ab\u2013cdef")]
    [InlineData("0123\u20144567\u2014 89ab\u2015cdef")]
    [InlineData("0123\u20104567\u201289ab\u2212cdef")]
    [InlineData("0123\uFE584567\uFE6389ab\uFF0Dcdef")]
    [InlineData("0123\u202F4567\u200989ab\u3000cdef\t")]
    [InlineData("0123\u00AD4567\u200B89ab\uFEFFcdef")]
    [InlineData("0123-4567-89ab-cdef.")]
    [InlineData("«\u00A00123-4567-89ab-cdef\u00A0»")]
    [InlineData("\u201C0123-4567-89ab-cdef\u201D,")]
    [InlineData("  '0123 4567 89ab cdef' ;\n")]
    [InlineData("https://metiers.example/quiz/session/0123-4567-89AB-CDEF")]
    [InlineData("https://metiers.example/quiz/session/0123-4567-89AB-CDEF/resultat")]
    [InlineData("<http://localhost:5080/nl/quiz/session/0123-4567-89ab-cdef?question=12&manque=1#q>")]
    [InlineData("« metiers.example/de/Quiz/Session/0123-4567-89AB-CDEF/pause »")]
    [InlineData("https://metiers.example/quiz/session/0123-4567-89AB-CDEF.")]
    public void Parse_CodeAsPeopleTypeIt_ReadsIt(string typed, string read = "0123-4567-89AB-CDEF") =>
        Assert.Equal(read, ResumeCode.Parse(typed)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123-4567-89AB-CDE")]
    [InlineData("0123-4567-89AB-CDEFG")]
    [InlineData("0123-4567-89AB-CDEU")]
    [InlineData("0123-4567-89AB-CDE€")]
    [InlineData("«\u00A0»\0")]
    [InlineData("0123-4567.89AB-CDEF")]
    [InlineData("https://metiers.example/quiz/session/")]
    [InlineData("https://metiers.example/quiz/session/0123-4567-89AB-CDE/F")]
    [InlineData("https://metiers.example/0123-4567-89AB-CDEF")]
    public void Parse_AnythingElse_IsNull(string? typed) => Assert.Null(ResumeCode.Parse(typed));

    [Fact]
    public void Parse_EndlessText_IsNull() => Assert.Null(ResumeCode.Parse(new string('-', 100_000) + "0123456789ABCDEF"));

    [Property]
    public bool Parse_CodeShownInAnyShape_IsTheSameCode(int shape)
    {
        var code = ResumeCode.New();
        var random = new Random(shape);
        var typed = string.Concat(
            code.ToString()
                .Select(c =>
                    c == '-'
                        ? random.Next(3) switch
                        {
                            0 => "",
                            1 => " ",
                            _ => "-",
                        }
                    : random.Next(2) == 0 ? $"{char.ToLowerInvariant(c)}"
                    : $"{c}"
                )
        );

        return ResumeCode.Parse(typed) == code && ResumeCode.Parse(typed)!.Hash().AsSpan().SequenceEqual(code.Hash());
    }

    [Property]
    public bool Parse_AnyText_IsNullOrReadsBack(string? typed) =>
        ResumeCode.Parse(typed) is not { } code || ResumeCode.Parse(code.ToString()) == code;

    [Fact]
    public void Hash_Codes_AreLongAndDiffer()
    {
        var (one, other) = (ResumeCode.New(), ResumeCode.New());

        Assert.Equal(ResumeCode.HashLength, one.Hash().Length);
        Assert.NotEqual(one.Hash(), other.Hash());
    }
}
