using Bunit;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Web.Guides.Sections;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareerPortal.Web.Tests.Components;

public sealed class ProseTextTests : ComponentTest
{
    [Theory]
    [InlineData("Un métier.", "<p>Un métier.</p>")]
    [InlineData("**Attention** : c'est *long*.", "<p><strong>Attention</strong>\u00A0: c’est <em>long</em>.</p>")]
    [InlineData("Voir [Unia](https://www.unia.be/).", "<p>Voir <a href=\"https://www.unia.be/\" rel=\"noopener\">Unia</a>.</p>")]
    [InlineData("Voir [ici](/metiers/relieur).", "<p>Voir <a href=\"/metiers/relieur\">ici</a>.</p>")]
    [InlineData("Il faut :\n- du fil\n- de la colle", "<p>Il faut\u00A0:</p><ul><li>du fil</li><li>de la colle</li></ul>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>")]
    [InlineData("**<img src=x onerror=alert(1)>**", "<p><strong>&lt;img src=x onerror=alert(1)&gt;</strong></p>")]
    public void Render_TextWithMarks_IsWhatTheTreeSaysAndNothingElse(string text, string html)
    {
        var rendered = RenderWithin<ProseText>(Guide(), p => p.Add(c => c.Value, text));

        rendered.MarkupMatches(html);
    }

    [Fact]
    public void Render_GuideInDutch_LeadsToThePagesOfItsLanguage()
    {
        var guide = Guide() with { Summary = Summary() with { Language = "nl" } };

        var rendered = RenderWithin<ProseText>(guide, p => p.Add(c => c.Value, "Zie [hier](/metiers/x) en [daar](/en/metiers/x)."));

        Assert.Equal(["/nl/metiers/x", "/en/metiers/x"], rendered.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Render_OutsideOfAGuide_IsSetAndLinkedInTheLanguageGiven()
    {
        var rendered = Render<ProseText>(p => p.Add(c => c.Value, "Zie **hier**: [het beroep](/metiers/x).").Add(c => c.Language, "nl"));

        rendered.MarkupMatches("<p>Zie <strong>hier</strong>: <a href=\"/nl/metiers/x\">het beroep</a>.</p>");
    }

    /// <summary>What has no mark is written as it was before there were any: one paragraph, encoded and set.</summary>
    [Fact]
    public async Task Render_EveryLongTextOfTheShippedGuides_IsOneParagraphToTheByte()
    {
        var texts = ExchangeFolder.FirstContent.Read().Guides.Values.SelectMany(g => LongTexts(g.Content)).Distinct(StringComparer.Ordinal).ToList();
        await using var renderer = new HtmlRenderer(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);

        var wrong = new List<string>();
        foreach (var text in texts)
        {
            var html = await renderer.Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync<Framed>(Parameters(text))).ToHtmlString()
            );
            if (html != $"<p>{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(Site.Set(text))}</p>")
            {
                wrong.Add(text);
            }
        }

        Assert.True(texts.Count > 60, $"{texts.Count} texts");
        Assert.Empty(wrong);

        ParameterView Parameters(string text) =>
            ParameterView.FromDictionary(new Dictionary<string, object?> { ["Value"] = text, ["Guide"] = Guide() });
    }

    private static IEnumerable<string> LongTexts(GuideContent content) =>
        [
            .. content.Introduction,
            .. content.SalaryNotes,
            .. content.Faq.SelectMany(q => q.Answer),
            .. content.BelgianFacts.Select(f => f.Text),
            .. content.Advice.Select(a => a.Text),
            .. content.MicroTasks?.StatusInBelgium.Select(s => s.Text) ?? [],
            .. content.MicroTasks?.Outlook ?? [],
        ];

    private sealed class Framed : ComponentBase
    {
        [Parameter]
        public required string Value { get; set; }

        [Parameter]
        public required PublishedGuide Guide { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<CascadingValue<PublishedGuide>>(0);
            builder.AddAttribute(1, "Value", Guide);
            builder.AddAttribute(
                2,
                "ChildContent",
                (RenderFragment)(
                    inner =>
                    {
                        inner.OpenComponent<ProseText>(0);
                        inner.AddAttribute(1, "Value", Value);
                        inner.CloseComponent();
                    }
                )
            );
            builder.CloseComponent();
        }
    }
}
