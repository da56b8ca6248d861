using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>An answer of the site, read as a browser reads it.</summary>
public sealed record SitePage(
    string Address,
    string Language,
    HttpStatusCode Status,
    HttpResponseHeaders Headers,
    string Html,
    IHtmlDocument Document,
    IReadOnlyList<string> SyntaxErrors
)
{
    public IElement Main => Document.QuerySelector("main") ?? throw new InvalidOperationException($"{Address} has no main element.");

    /// <summary>Whether search engines are asked to leave it out.</summary>
    public bool IsHidden => Document.QuerySelector("meta[name=robots][content*=noindex]") is not null;

    public IEnumerable<IElement> All(string selector) => Document.QuerySelectorAll(selector);

    /// <summary>Where an element stands, for messages.</summary>
    public string Where(IElement element)
    {
        var text = element.Words();
        return $"{Address}: <{element.LocalName}{(element.Id is { } id ? $" id={id}" : "")}{(element.ClassName is { } name ? $" class={name}" : "")}> "
            + $"{(text.Length > 60 ? text[..60] + "…" : text)}";
    }
}
