using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>Rules of HTML and of accessible structure that hold on every page; each tells what breaks it.</summary>
internal static class PageRules
{
    private static readonly HashSet<string> Blocks =
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ];

    /// <summary>The rules by name.</summary>
    public static IReadOnlyDictionary<string, Func<SitePage, IEnumerable<string>>> All { get; } =
        new Func<SitePage, IEnumerable<string>>[]
        {
            SyntaxIsFaultless,
            HeadingsStartWithOneH1AndSkipNoLevel,
            HeadingsOfOneSectionAreNotRepeated,
            ElementsMeantToSaySomethingAreNotEmpty,
            IdsAreUnique,
            ReferencesToIdsResolve,
            PicturesAreNamedOrHidden,
            ParagraphsHoldNoBlock,
            ListsHoldItemsOnly,
            DescriptionsPairTermsWithWhatIsSaid,
            TablesHaveScopedHeadersAndOneWidth,
            ControlsAreNamed,
            ControlsWithinOneAnotherAreNone,
            LandmarksAreThere,
            NavigationsOfOnePageHaveDifferentNames,
            SkipLinkComesFirst,
            RolesAreNotRepeatedByHand,
            LanguageIsTheOneAskedFor,
            StyleAndScriptWithinPagesAreNone,
            FilesComeFromTheSite,
            OtherSitesLinkedAreMarkedAndSecure,
        }.ToDictionary(rule => rule.Method.Name);

    public static IEnumerable<string> FaultsOf(SitePage page) => All.SelectMany(rule => rule.Value(page).Select(fault => $"{rule.Key}: {fault}"));

    private static IEnumerable<string> SyntaxIsFaultless(SitePage p) => p.SyntaxErrors.Select(e => $"{p.Address}: {e}");

    private static IEnumerable<string> HeadingsStartWithOneH1AndSkipNoLevel(SitePage p)
    {
        var levels = p.All("h1,h2,h3,h4,h5,h6").Select(h => (Heading: h, Level: h.LocalName[1] - '0')).ToList();
        return levels.Count(l => l.Level == 1) != 1
            ? [$"{p.Address} has {levels.Count(l => l.Level == 1)} h1"]
            : levels
                .Zip(levels.Skip(1))
                .Where(pair => pair.Second.Level > pair.First.Level + 1)
                .Select(pair => p.Where(pair.Second.Heading) + " skips a level");
    }

    private static IEnumerable<string> HeadingsOfOneSectionAreNotRepeated(SitePage p) =>
        p
            .Main.QuerySelectorAll("h2")
            .GroupBy(h => h.Words())
            .Where(g => g.Count() > 1)
            .Select(g => $"{p.Address}: h2 « {g.Key} » stands {g.Count()} times");

    private static IEnumerable<string> ElementsMeantToSaySomethingAreNotEmpty(SitePage p) =>
        p.All("h1,h2,h3,h4,li,dt,dd,p,a,button,label,legend,caption,summary,figcaption,option,td,th,title,time,strong,span")
            .Where(e => e.Words().Length == 0 && e.Name().Length == 0 && e.QuerySelector("img,svg,input,select") is null)
            .Where(e => !(e.LocalName == "td" && e.Closest("tfoot") is not null))
            .Select(e => p.Where(e) + " is empty");

    private static IEnumerable<string> IdsAreUnique(SitePage p) =>
        p.All("[id]")
            .GroupBy(e => e.Id)
            .Where(g => g.Count() > 1 || string.IsNullOrWhiteSpace(g.Key) || g.Key.Contains(' ', StringComparison.Ordinal))
            .Select(g => $"{p.Address}: id « {g.Key} » stands {g.Count()} times");

    private static IEnumerable<string> ReferencesToIdsResolve(SitePage p) =>
        from attribute in new[] { "aria-labelledby", "aria-describedby", "aria-controls", "for", "headers", "list" }
        from element in p.All($"[{attribute}]")
        from id in element.GetAttribute(attribute)!.Split(' ')
        where p.Document.GetElementById(id) is null
        select $"{p.Where(element)} names id « {id} » in {attribute}";

    private static IEnumerable<string> PicturesAreNamedOrHidden(SitePage p) =>
        p.All("img,svg")
            .Where(e => e.Closest("[aria-hidden=true]") is null)
            .Where(e => e.LocalName == "img" ? !e.HasAttribute("alt") : e.GetAttribute("role") is not ("img" or "group") || e.Name().Length == 0)
            .Select(e => p.Where(e) + " has no name");

    private static IEnumerable<string> ParagraphsHoldNoBlock(SitePage p) =>
        p.All("p,h1,h2,h3,h4,dt,span,strong,em,a,button,label,summary,caption")
            .SelectMany(e =>
                e.QuerySelectorAll("*")
                    .Where(i => Blocks.Contains(i.LocalName) && !(e.LocalName == "a" && !InPhrase(e)))
                    .Select(i => $"{p.Where(e)} holds <{i.LocalName}>")
            );

    private static IEnumerable<string> ListsHoldItemsOnly(SitePage p) =>
        p.All("ul,ol")
            .Where(e => e.Children.Any(c => c.LocalName is not ("li" or "template" or "script")) || e.Children.Length == 0 || HasLooseText(e))
            .Select(e => p.Where(e) + " is no list of items")
            .Concat(p.All("li").Where(e => e.ParentElement!.LocalName is not ("ul" or "ol")).Select(e => p.Where(e) + " stands outside a list"));

    private static IEnumerable<string> DescriptionsPairTermsWithWhatIsSaid(SitePage p) =>
        p.All("dl")
            .SelectMany(list =>
            {
                var groups = list.Children.All(c => c.LocalName == "div") ? list.Children.ToList() : [list];
                var names = groups.Select(g =>
                    string.Concat(
                        g.Children.Select(c =>
                            c.LocalName switch
                            {
                                "dt" => "t",
                                "dd" => "d",
                                _ => "?",
                            }
                        )
                    )
                );
                return names.Any(n => !Regex.IsMatch(n, "^(t+d+)+$")) || HasLooseText(list)
                    ? [p.Where(list) + " is no list of terms"]
                    : Array.Empty<string>();
            });

    private static IEnumerable<string> TablesHaveScopedHeadersAndOneWidth(SitePage p) =>
        p.All("table")
            .SelectMany(table =>
            {
                var faults = table
                    .QuerySelectorAll("th")
                    .Where(th => th.GetAttribute("scope") is not ("col" or "row" or "rowgroup" or "colgroup"))
                    .Select(th => p.Where(th) + " has no scope")
                    .ToList();
                if (table.QuerySelector("caption") is null)
                {
                    faults.Add(p.Where(table) + " has no caption");
                }

                var width = table.QuerySelector("tr")?.Children.Sum(c => Span(c, "colspan")) ?? 0;
                foreach (var part in table.Children.Where(c => c.LocalName is "thead" or "tbody" or "tfoot"))
                {
                    if (part.QuerySelectorAll("th,td").Sum(c => Span(c, "colspan") * Span(c, "rowspan")) != width * part.Children.Length)
                    {
                        faults.Add(p.Where(part) + " does not fill its columns");
                    }
                }

                return faults;
            });

    private static IEnumerable<string> ControlsAreNamed(SitePage p) =>
        p.All("input:not([type=hidden]),select,textarea,button,a[href],summary,nav,[role=region],form[role=search] input:not([type=hidden]),progress")
            .Where(e => (e.LocalName == "progress" ? (e.Owner!.QuerySelector($"label[for='{e.Id}']")?.Words() ?? "") : e.Name()).Length == 0)
            .Select(e => p.Where(e) + " has no name");

    private static IEnumerable<string> ControlsWithinOneAnotherAreNone(SitePage p) =>
        p.All("a[href],button,summary")
            .Where(e => e.QuerySelector("a[href],button,input,select,textarea,summary,[tabindex]") is not null)
            .Select(e => p.Where(e) + " holds another control");

    private static IEnumerable<string> LandmarksAreThere(SitePage p) =>
        from selector in new[] { "main", "body > header", "body > footer" }
        where p.All(selector).Count() != 1
        select $"{p.Address} has {p.All(selector).Count()} {selector}";

    private static IEnumerable<string> NavigationsOfOnePageHaveDifferentNames(SitePage p) =>
        p.All("nav").GroupBy(n => n.Name()).Where(g => g.Count() > 1).Select(g => $"{p.Address}: {g.Count()} navigations are called « {g.Key} »");

    private static IEnumerable<string> SkipLinkComesFirst(SitePage p) =>
        p.All("body a[href],body button,body input").FirstOrDefault()?.GetAttribute("href") == "#" + p.Main.Id
            ? []
            : [$"{p.Address} does not start with a link to its content"];

    private static IEnumerable<string> RolesAreNotRepeatedByHand(SitePage p) =>
        p.All("main[role=main],nav[role=navigation],ul[role=list],button[role=button],a[role=link],table[role=table],tr[role=row],td[role=cell]")
            .Select(e => p.Where(e) + " repeats its role");

    private static IEnumerable<string> LanguageIsTheOneAskedFor(SitePage p) =>
        p.Document.DocumentElement.GetAttribute("lang") == p.Language
            ? []
            : [$"{p.Address} says lang={p.Document.DocumentElement.GetAttribute("lang")}"];

    private static IEnumerable<string> StyleAndScriptWithinPagesAreNone(SitePage p) =>
        p.All("[style],style,script:not([src]):not([type='application/ld+json'])")
            .Select(e => p.Where(e) + " is inline")
            .Concat(
                p.All("*")
                    .SelectMany(e =>
                        e.Attributes.Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).Select(a => $"{p.Where(e)} has {a.Name}")
                    )
            );

    private static IEnumerable<string> FilesComeFromTheSite(SitePage p) =>
        p.All("link:not([rel=canonical]):not([rel=alternate]),script[src],img,source,iframe,object,embed,use")
            .Select(e => (Element: e, Address: e.GetAttribute("href") ?? e.GetAttribute("src") ?? ""))
            .Where(e => !e.Address.StartsWith('/') || e.Address.StartsWith("//", StringComparison.Ordinal))
            .Select(e => p.Where(e.Element) + $" comes from {e.Address}");

    private static IEnumerable<string> OtherSitesLinkedAreMarkedAndSecure(SitePage p) =>
        p.All("a[href]")
            .Where(a => a.GetAttribute("href")!.Contains("://", StringComparison.Ordinal))
            .Where(a =>
                !a.GetAttribute("href")!.StartsWith("https://", StringComparison.Ordinal)
                || a.GetAttribute("rel")?.Contains("noopener", StringComparison.Ordinal) != true
            )
            .Select(a => $"{p.Where(a)} leads to {a.GetAttribute("href")}");

    private static int Span(IElement cell, string attribute) =>
        cell.GetAttribute(attribute) is { } span ? int.Parse(span, CultureInfo.InvariantCulture) : 1;

    private static bool InPhrase(IElement link) => link.ParentElement!.LocalName is "p" or "span" or "li" or "dd";

    private static bool HasLooseText(IElement element) => element.ChildNodes.OfType<IText>().Any(t => t.Data.Trim().Length > 0);
}
