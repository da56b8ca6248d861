using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>French pages are set as French prints: what is shown and what is read aloud alike.</summary>
public sealed partial class FrenchSettingTests(PublicPages site)
{
    [Fact]
    public void Apostrophes_OfFrenchPages_AreCurved() => None(StraightApostrophe());

    [Fact]
    public void SpacesBeforeSigns_OfFrenchPages_DoNotBreak() => None(BreakingSpace());

    [Fact]
    public void FirstOfTheMonth_OnFrenchPages_DoesNotBreak() => None(BreakingDay());

    private void None(Regex fault) =>
        Faults.None(
            from page in site.All
            where page.Language == "fr"
            from text in Texts(page)
            let found = fault.Match(text)
            where found.Success
            select $"{page.Address}: « {text[Math.Max(0, found.Index - 30)..Math.Min(text.Length, found.Index + 30)]} »"
        );

    private static IEnumerable<string> Texts(SitePage page) =>
        page
            .Document.Body!.Descendants<IText>()
            .Where(t => t.ParentElement is { } e && e.LocalName is not "script" && e.Closest("[lang]:not([lang=fr])") is null)
            .Select(t => t.Data)
            .Concat(page.All("[aria-label]").Select(e => e.GetAttribute("aria-label")!));

    [GeneratedRegex(@"\p{L}'\p{L}")]
    private static partial Regex StraightApostrophe();

    [GeneratedRegex(@"\S [:;?!»€$%](?:\s|$|[.,)])")]
    private static partial Regex BreakingSpace();

    [GeneratedRegex(@"\b1er \p{L}")]
    private static partial Regex BreakingDay();
}
