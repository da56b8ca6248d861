using AngleSharp.Dom;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>What an element says.</summary>
public static class ElementWords
{
    /// <summary>The element's text, plain.</summary>
    public static string Words(this INode node) => Wording.Plain(node.TextContent);

    /// <summary>The accessible name, as far as these pages use it: aria-labelledby, aria-label, svg title, alt, label, text.</summary>
    public static string Name(this IElement element)
    {
        if (element.GetAttribute("aria-labelledby") is { Length: > 0 } ids)
        {
            return string.Join(' ', ids.Split(' ').Select(id => element.ById(id)?.Words() ?? "")).Trim();
        }

        if (element.GetAttribute("aria-label") is { Length: > 0 } label)
        {
            return Wording.Plain(label);
        }

        return element.LocalName switch
        {
            "img" => Wording.Plain(element.GetAttribute("alt") ?? ""),
            "svg" => element.Children.FirstOrDefault(c => c.LocalName == "title")?.Words() ?? "",
            "input" or "select" or "textarea" => LabelOf(element)?.Words() ?? "",
            _ => element.Words(),
        };
    }

    private static IElement? LabelOf(IElement control) =>
        (control.Id is { } id ? control.Around().FirstOrDefault(e => e.LocalName == "label" && e.GetAttribute("for") == id) : null)
        ?? control.Closest("label");

    private static IElement? ById(this IElement element, string id) => element.Around().FirstOrDefault(e => e.Id == id);

    /// <summary>Every element of the page or of the rendered component.</summary>
    private static IEnumerable<IElement> Around(this IElement element) => element.GetRoot().Descendants<IElement>();
}
