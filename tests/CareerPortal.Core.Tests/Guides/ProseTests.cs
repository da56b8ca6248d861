using System.Diagnostics.CodeAnalysis;
using System.Text;
using CareerPortal.Guides;

namespace CareerPortal.Core.Tests.Guides;

public sealed class ProseTests
{
    [Theory]
    [InlineData("Un métier.", "p(Un métier.)")]
    [InlineData("Un **vrai** métier.", "p(Un b(vrai) métier.)")]
    [InlineData("Un *vrai* métier.", "p(Un i(vrai) métier.)")]
    [InlineData("***Tout***", "p(b(i(Tout)))")]
    [InlineData("**gras et *fin***", "p(b(gras et i(fin)))")]
    [InlineData("Voir [le **Forem**](https://www.leforem.be/).", "p(Voir a<https://www.leforem.be/>(le b(Forem)).)")]
    [InlineData("Voir [ce guide](/metiers/relieur).", "p(Voir a</metiers/relieur>(ce guide).)")]
    [InlineData("Un\n\ndeux", "p(Un)p(deux)")]
    [InlineData("Il faut :\n- du fil\n- une **aiguille**\nEt voilà.", "p(Il faut :)l(du fil|une b(aiguille))p(Et voilà.)")]
    [InlineData("5 * 3 * 2 = 30, 5*3*2 aussi", "p(5 * 3 * 2 = 30, 5*3*2 aussi)")]
    [InlineData(@"un \*astérisque\* et \[un crochet\]", "p(un *astérisque* et [un crochet])")]
    [InlineData("[inaudible] ou [?]", "p([inaudible] ou [?])")]
    [InlineData("non **fermé et *rien", "p(non **fermé et *rien)")]
    [InlineData("[non fermé](https://example.org", "p([non fermé](https://example.org)")]
    [InlineData("[x](javascript:alert(1))", "p([x](javascript:alert(1)))")]
    [InlineData("[x](JAVASCRIPT:void)", "p([x](JAVASCRIPT:void))")]
    [InlineData("[x](data:text/html,x)", "p([x](data:text/html,x))")]
    [InlineData("[x](//evil.example)", "p([x](//evil.example))")]
    [InlineData(@"[x](/\evil.example)", @"p([x](/\evil.example))")]
    [InlineData("[x](https://a@evil.example)", "p([x](https://a@evil.example))")]
    [InlineData("[x](https://a.example/ \"onclick\")", "p([x](https://a.example/ \"onclick\"))")]
    [InlineData("[a [b](https://b.example/)](https://a.example/)", "p([a a<https://b.example/>(b)](https://a.example/))")]
    [InlineData("![image](https://a.example/i.png)", "p(![image](https://a.example/i.png))")]
    [InlineData("", "p()")]
    public void Parse_Text_MakesTheTree(string text, string tree) => Assert.Equal(tree, Written(Prose.Parse(text)));

    [Theory]
    [InlineData("Un **vrai** [guide](/metiers) :\n- un\n- *deux*", "Un vrai guide :\nun\ndeux")]
    [InlineData("Rien de marqué - ni ici.", "Rien de marqué - ni ici.")]
    public void Plain_Text_IsItsWords(string text, string words) => Assert.Equal(words, Prose.Plain(text));

    [Theory]
    [InlineData("Un **vrai** *métier* [ici](https://a.example/x?y=1#z) :\n- oui\n- non", null)]
    [InlineData("<b>Un</b>", "<b>Un</b>")]
    [InlineData("![i](https://a.example/i.png)", "![i](https://a.example/i.png)")]
    [InlineData("Voir [x](javascript:alert(1))", "[x](javascript:alert(1))")]
    [InlineData("Voir [x](data:text/html)", "[x](data:text/html)")]
    [InlineData("Voir [x](mailto:a@b.example)", "[x](mailto:a@b.example)")]
    [InlineData("## Titre", "## Titre")]
    [InlineData("Un\n# Titre", "# Titre")]
    [InlineData("Un **vrai métier.", "**vrai métier.")]
    [InlineData("Le n° #3 et #mot", null)]
    public void FaultIn_Text_IsWhatIsNoMarkOfOurs(string text, string? fault) => Assert.Equal(fault, Prose.FaultIn(text));

    [Theory]
    [InlineData("Un **vrai** métier.", "**")]
    [InlineData("Un *vrai* métier.", "*")]
    [InlineData("Voir [x](/y).", "](/y)")]
    [InlineData("- un\n- deux", "-")]
    [InlineData("<i>", "<i>")]
    [InlineData("5 * 3, [inaudible], - un tiret", null)]
    public void MarkIn_TextOfAPlainField_IsTheFirstMark(string text, string? mark) => Assert.Equal(mark, Prose.MarkIn(text));

    [Theory]
    [InlineData("content.introduction[3]", true)]
    [InlineData("content.faq[2].answer[0]", true)]
    [InlineData("faq.answer", true)]
    [InlineData("content.faq[2].asked", false)]
    [InlineData("content.microTasks.statusInBelgium[1].text", true)]
    [InlineData("content.microTasks.outlook[0]", true)]
    [InlineData("content.salaryNotes[0]", true)]
    [InlineData("content.advice[0].text", true)]
    [InlineData("content.advice[0].title", false)]
    [InlineData("content.missions[0].text", false)]
    [InlineData("content.summary", false)]
    public void IsProse_Path_TellsLongTexts(string path, bool isProse) => Assert.Equal(isProse, GuideSections.IsProse(path));

    [Theory]
    [InlineData("**a ")]
    [InlineData("*a **b ")]
    [InlineData("[a](")]
    [InlineData("[[[[")]
    [InlineData("***")]
    [InlineData("- a\n")]
    [InlineData("*a* **b** [c](/d) ")]
    [SuppressMessage("Usage", "xUnit1051", Justification = "The limit is this test's own.")]
    public async Task Parse_MegabyteOfOneSign_EndsSoonWithAllItsWords(string sign)
    {
        var text = string.Concat(Enumerable.Repeat(sign, 1_000_000 / sign.Length));

        var parsed = await Task.Run(() => Prose.Parse(text)).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.NotEmpty(parsed);
        Assert.Equal(text.Count(char.IsLetter) - (sign.Contains("/d", StringComparison.Ordinal) ? text.Count(c => c == 'd') : 0), Letters(parsed));
    }

    private static int Letters(IEnumerable<ProseBlock> blocks) => blocks.SelectMany(b => b.Lines).SelectMany(l => l).Sum(Letters);

    private static int Letters(ProseSpan span) => span.Text.Count(char.IsLetter) + span.Spans.Sum(Letters);

    private static string Written(IEnumerable<ProseBlock> blocks) =>
        string.Concat(blocks.Select(b => $"{(b.IsList ? 'l' : 'p')}({string.Join('|', b.Lines.Select(Written))})"));

    private static string Written(IReadOnlyList<ProseSpan> spans)
    {
        var text = new StringBuilder();
        foreach (var span in spans)
        {
            text.Append(
                span.Mark switch
                {
                    ProseMark.None => span.Text,
                    ProseMark.Bold => $"b({Written(span.Spans)})",
                    ProseMark.Italic => $"i({Written(span.Spans)})",
                    _ => $"a<{span.Address}>({Written(span.Spans)})",
                }
            );
        }

        return text.ToString();
    }
}
