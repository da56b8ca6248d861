using AngleSharp;
using AngleSharp.Html.Parser;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>Reads the site's answers.</summary>
public static class PageReader
{
    public static async Task<SitePage> PageAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return await ReadAsync(response, address);
    }

    public static async Task<SitePage> ReadAsync(HttpResponseMessage response, string address)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var errors = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false }, BrowsingContext.New());
        parser.Error += (_, e) =>
        {
            if (e is AngleSharp.Html.Dom.Events.HtmlErrorEvent error)
            {
                errors.Add($"{error.Message} (line {error.Position.Line}, column {error.Position.Column})");
            }
        };
        var document = parser.ParseDocument(html);
        var language = address.Split('/', '?', '#') is [_, "nl" or "de" or "en", ..] and var parts ? parts[1] : "fr";
        return new SitePage(address, language, response.StatusCode, response.Headers, html, document, errors);
    }
}
