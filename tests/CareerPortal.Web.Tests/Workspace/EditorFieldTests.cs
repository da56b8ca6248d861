using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Bunit;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Web.Tests.Components;
using CareerPortal.Web.Workspace.Editor;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>The form of a guide: each kind of field, and the outline beside it.</summary>
public sealed class EditorFieldTests : ComponentTest
{
    private const string Faq = "content.faq";

    [Fact]
    public void Form_OfEveryField_HasALabelForEveryControl()
    {
        foreach (var field in GuideForm.Sections.SelectMany(s => s.Fields))
        {
            var drawn = Draw(field, Sample(field));

            Assert.All(
                drawn.FindAll("input, textarea, select"),
                control => Assert.Single(drawn.FindAll("label"), l => l.GetAttribute("for") == control.Id && l.TextContent.Trim().Length > 0)
            );
            Assert.All(
                drawn.FindAll("button"),
                button => Assert.True((button.GetAttribute("aria-label") ?? button.TextContent).Trim().Length > 0, button.OuterHtml)
            );
            Assert.DoesNotContain("Field.", drawn.Markup.Replace("CareerPortal", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("Editor.", drawn.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Form_OfHostileTexts_ShowsThemAsText()
    {
        var (text, faults) = (HostileText.Of(1, null), new List<string>());
        foreach (var field in GuideForm.Sections.SelectMany(s => s.Fields))
        {
            var drawn = Draw(
                field,
                Sample(field, JsonValue.Create(text)),
                new GuideFault(field.Path!, FaultKind.Elision, text) { Mend = new Mend(field.Path!, text, text) }
            );
            while (drawn.FindAll(".ed-fold[aria-expanded=false]") is [var folded, ..])
            {
                folded.Click();
            }

            faults.AddRange(HostileText.HarmIn(drawn.FindAll("*")).Select(h => $"{field.Path}: {h}"));
            Assert.Contains("~1~", drawn.Markup, StringComparison.Ordinal);
        }

        var conflict = Render<ConflictView>(p =>
            p.Add(
                c => c.Conflict,
                new OpenConflict(1, "content.hook", null, JsonValue.Create(text), JsonValue.Create(text), Guid.Empty, null, DateTime.UtcNow, "x")
            )
        );
        faults.AddRange(HostileText.HarmIn(conflict.FindAll("*")));
        Assert.Contains("~1~", conflict.Markup, StringComparison.Ordinal);
        Faults.None(faults);
    }

    [Fact]
    public void Form_OfEveryKind_DrawsItSomewhere() =>
        Assert.Equal(
            Enum.GetValues<FieldKind>().Order(),
            GuideForm.Sections.SelectMany(s => s.Fields).SelectMany(All).Select(f => f.Kind).Distinct().Order()
        );

    [Fact]
    public void Field_DrawnAgainWithAnotherValue_LeavesWhatIsTyped()
    {
        var field = GuideForm.FieldAt("content.hook")!;
        var drawn = Draw(field, JsonValue.Create("Venez."));

        drawn.Render(p => p.Add(f => f.Value, JsonValue.Create("Entrez.")));

        Assert.Equal("Venez.", drawn.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void Field_WithAFault_SaysItBesideTheControl()
    {
        var field = GuideForm.FieldAt("updatedOn")!;

        var drawn = Draw(field, JsonValue.Create("31/02"), new GuideFault("updatedOn", FaultKind.Unreadable, "31/02"));

        var control = drawn.Find("input");
        Assert.Equal(("31/02", "true"), (control.GetAttribute("value"), control.GetAttribute("aria-invalid")));
        Assert.Contains("31/02", drawn.Find($"#{control.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Field_WithACertainMend_OffersIt()
    {
        var field = GuideForm.FieldAt("content.hook")!;
        var fault = new GuideFault("content.hook", FaultKind.Elision, "de or → d'or")
        {
            Mend = new Mend("content.hook", "Rien de or.", "Rien d'or."),
        };

        var drawn = Draw(field, JsonValue.Create("Rien de or."), fault);

        var mend = drawn.Find("[data-do=mend]");
        Assert.Equal(
            ("content.hook", "Rien de or.", "Rien d'or."),
            (mend.GetAttribute("data-of"), mend.GetAttribute("data-before"), mend.GetAttribute("data-after"))
        );
    }

    [Fact]
    public void Money_InCents_IsShownInEuros()
    {
        var field = GuideForm.FieldAt("content.salaries.aa.lowCents")!;

        Assert.Equal(
            "2 300",
            Draw(field, JsonValue.Create(230_000)).Find("input").GetAttribute("value")!.Replace('\u202F', ' ').Replace('\u00A0', ' ')
        );
    }

    [Fact]
    public void Choice_OfNoneYet_IsToBeChosen()
    {
        var field = GuideForm.FieldAt("content.salaries.aa.period")!;

        Assert.Equal("", Draw(field, null).Find("option[selected]").GetAttribute("value"));
    }

    [Fact]
    public void Reference_WithACode_ShowsItsNameAndKeepsItsCode()
    {
        var field = GuideForm.FieldAt("content.figures.aa.source")!;
        var form = Form();
        form.Names = new Dictionary<(GuideReferenceKind, string), string> { [(GuideReferenceKind.Source, "onem")] = "Office national de l'emploi" };

        var control = Draw(field, JsonValue.Create("onem"), form).Find("[role=combobox]");

        Assert.Equal(("onem", "Office national de l'emploi"), (control.GetAttribute("data-code"), control.GetAttribute("value")));
        Assert.Equal("false", control.GetAttribute("aria-expanded"));
    }

    [Fact]
    public void Prose_WithMarks_HasAButtonForEach()
    {
        var drawn = Draw(GuideForm.FieldAt("content.advice.aa.text")!, JsonValue.Create("x"), path: "content.advice.aa.text");

        Assert.Equal(["bold", "italic", "link", "list"], drawn.FindAll("[role=toolbar] button").Select(b => b.GetAttribute("data-do")));
        Assert.Empty(Draw(GuideForm.FieldAt("content.hook")!, null).FindAll("[role=toolbar]"));
    }

    [Theory]
    [InlineData("content.faq")]
    [InlineData("content.introduction")]
    [InlineData("content.faq.aa.sources")]
    public void List_OfManyItems_DrawsOnePageAndDropsTheOthers(string list)
    {
        var drawn = Draw(GuideForm.FieldAt(list)!, Questions(200), path: list);
        var shown = new List<string?>();

        for (var page = 0; page < 5; page++)
        {
            Assert.Equal(FormContext.Page, drawn.FindAll("[data-item]").Count);
            Assert.Contains(Text("Pager.Where", page + 1, 5), Wording.Plain(drawn.Find(".ed-pages").TextContent), StringComparison.Ordinal);
            shown.AddRange(drawn.FindAll("[data-item]").Select(i => i.GetAttribute("data-id")));
            drawn.Find("[data-page=next]").Click();
        }

        Assert.Equal(Enumerable.Range(1, 200).Select(n => $"i{n}"), shown);
        Assert.Equal("true", drawn.Find("[data-page=next]").GetAttribute("aria-disabled"));
        drawn.Find("[data-page=previous]").Click();
        Assert.Equal("i121", drawn.FindAll("[data-item]")[0].GetAttribute("data-id"));
    }

    [Fact]
    public void Prose_WithMarks_HasAClosedPreviewOfItsOwn()
    {
        var drawn = Draw(GuideForm.FieldAt("content.advice.aa.text")!, JsonValue.Create("x"), path: "content.advice.aa.text");

        var preview = drawn.Find("details");
        Assert.Equal((drawn.Find("textarea").Id, false), (preview.GetAttribute("data-prose-of"), preview.HasAttribute("open")));
        Assert.StartsWith(Text("Editor.Preview"), preview.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", preview.QuerySelector("[data-prose-view]")!.InnerHtml);
        Assert.Empty(Draw(GuideForm.FieldAt("content.hook")!, null).FindAll("details"));
    }

    [Fact]
    public void List_OnALaterPage_KnowsTheNeighboursThatItsEndsMovePast()
    {
        var drawn = Draw(GuideForm.FieldAt(Faq)!, Questions(200));

        drawn.Find("[data-page=next]").Click();

        var page = drawn.Find(".ed-items");
        Assert.Equal(
            ["40", "200", "i39", "i40", "i81"],
            new[] { "first", "count", "before-that", "before", "after" }.Select(name => page.GetAttribute($"data-{name}"))
        );
        Assert.False(drawn.FindAll("[data-do=up]")[0].HasAttribute("disabled"));
        Assert.False(drawn.FindAll("[data-do=down]")[^1].HasAttribute("disabled"));
        Assert.StartsWith("41.", drawn.FindAll(".ed-fold")[0].TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void List_ThatBecameShorter_ShowsItsLastPage()
    {
        var drawn = Draw(GuideForm.FieldAt(Faq)!, Questions(41));
        drawn.Find("[data-page=next]").Click();

        drawn.Render(p => p.Add(f => f.Value, Questions(40)));

        Assert.Equal(FormContext.Page, drawn.FindAll("[data-item]").Count);
        Assert.Empty(drawn.FindAll(".ed-pages"));
    }

    [Fact]
    public void Item_Unfolded_ShowsItsFieldsAndNoOther()
    {
        var drawn = Draw(GuideForm.FieldAt(Faq)!, Questions(20));

        drawn.FindAll(".ed-fold")[3].Click();

        Assert.All(drawn.FindAll("[data-path]"), f => Assert.StartsWith($"{Faq}.i4.", f.GetAttribute("data-path"), StringComparison.Ordinal));
        Assert.Equal("true", drawn.FindAll(".ed-fold")[3].GetAttribute("aria-expanded"));
        Assert.Contains("Question 4", drawn.FindAll(".ed-fold")[3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_AtTheEnds_CannotGoFurther()
    {
        var drawn = Draw(GuideForm.FieldAt(Faq)!, Questions(3));

        var (up, down) = (drawn.FindAll("[data-do=up]"), drawn.FindAll("[data-list='content.faq'] [data-do=down]"));
        Assert.True(up[0].HasAttribute("disabled"));
        Assert.True(down[^1].HasAttribute("disabled"));
    }

    [Fact]
    public void Outline_OfSections_SaysHowEachStands()
    {
        var outline = Render<SectionOutline>(p =>
            p.Add(o => o.Open, "missions")
                .Add(o => o.Titles, id => id)
                .Add(
                    o => o.Sections,
                    [
                        new SectionStanding("missions", 0, 0, false, true, false, 0),
                        new SectionStanding("outils", 2, 0, false, true, true, 0),
                        new SectionStanding("portrait", 0, 0, true, false, false, 0),
                        new SectionStanding("conseils", 1, 0, false, true, false, 1),
                        new SectionStanding("lieux", 0, 3, false, true, false, 0),
                    ]
                )
        );

        Assert.Equal("true", outline.Find("a[aria-current]").GetAttribute("aria-current"));
        Assert.Equal(
            [
                Text("Editor.Complete"),
                $"{Text("Editor.Faults.other", 2)} · {Text("Editor.Changed")}",
                Text("Editor.Empty"),
                Text("Editor.Conflicts.one", 1),
                Text("Editor.Warnings.other", 3),
            ],
            outline.FindAll(".ed-section-state").Select(s => Wording.Plain(s.TextContent))
        );
    }

    private static IEnumerable<FormField> All(FormField field) => field.Children.SelectMany(All).Prepend(field);

    private static JsonArray Questions(int count) =>
        [.. Enumerable.Range(1, count).Select(n => (JsonNode)new JsonObject { [DraftForm.Id] = $"i{n}", ["asked"] = $"Question {n}" })];

    /// <summary>One item in every list, so that all that a field can hold is drawn.</summary>
    private static JsonNode? Sample(FormField field, JsonNode? leaf = null) =>
        field.Kind switch
        {
            FieldKind.Group => new JsonObject(field.Children.Select(c => KeyValuePair.Create(c.Name, Sample(c, leaf)))),
            FieldKind.List => new JsonArray(
                new JsonObject(field.Children.Select(c => KeyValuePair.Create(c.Name, Sample(c, leaf)))) { [DraftForm.Id] = "aaaa2222" }
            ),
            FieldKind.TextList or FieldKind.References => new JsonArray(
                new JsonObject { [DraftForm.Id] = "bbbb3333", [DraftForm.Value] = leaf?.DeepClone() ?? "x" }
            ),
            _ => leaf?.DeepClone(),
        };

    private static FormContext Form(params GuideFault[] faults) => new() { Faults = faults.ToLookup(f => f.Path) };

    private IRenderedComponent<FieldView> Draw(FormField field, JsonNode? value, params GuideFault[] faults) => Draw(field, value, Form(faults));

    private IRenderedComponent<FieldView> Draw(FormField field, JsonNode? value, FormContext? form = null, string? path = null)
    {
        var context = form ?? Form();
        return Render<FieldView>(p =>
            p.AddCascadingValue(context)
                .AddCascadingValue(context.Faults)
                .Add(f => f.Field, field)
                .Add(f => f.Path, path ?? field.Path ?? "champ")
                .Add(f => f.Value, value)
        );
    }
}
