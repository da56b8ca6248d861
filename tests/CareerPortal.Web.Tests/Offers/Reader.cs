using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Offers;

/// <summary>Somebody without an account and without JavaScript, whose browser keeps what the site gives it.</summary>
internal sealed class Reader(OfferSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>How the last answer set cookies.</summary>
    public List<string> SetCookies { get; private set; } = [];

    public HttpResponseMessage Last { get; private set; } = default!;

    /// <summary>The place on the page that the last form led to; nothing where it led to the page alone.</summary>
    public string LedTo { get; private set; } = "";

    public SitePage Page { get; private set; } = default!;

    public IReadOnlyList<string> Titles => [.. Page.Document.QuerySelectorAll(".offer-list h2 a").Select(a => a.TextContent.Trim())];

    public string Count => Page.Document.QuerySelector(".result-count")!.TextContent.Trim();

    public async Task GoAsync(string path)
    {
        await SendAsync(HttpMethod.Get, path, null);
        for (var turn = 0; turn < 5 && Last.StatusCode is HttpStatusCode.Found or HttpStatusCode.MovedPermanently; turn++)
        {
            await SendAsync(HttpMethod.Get, Last.Headers.Location!.OriginalString, null);
        }
    }

    /// <summary>Presses a button of the page by what it sends, and follows where that leads.</summary>
    public async Task PressAsync(string value)
    {
        var button =
            Page.Document.QuerySelectorAll<IHtmlButtonElement>("button[name=Step]").FirstOrDefault(b => b.Value == value)
            ?? throw new InvalidOperationException($"{Page.Address} has no button {value}.");
        var form = button.Form ?? throw new InvalidOperationException($"{value} has no form.");
        await PostAsync(form, ("Step", value));
    }

    /// <summary>Sends the form of the page that has one button.</summary>
    public Task SubmitAsync(string name) =>
        PostAsync(
            (IHtmlFormElement)Page.Document.QuerySelectorAll("form").First(f => f.QuerySelector($"input[name=_handler][value={name}]") is not null)
        );

    public async Task PostAsync(IHtmlFormElement form, params (string Name, string Value)[] more)
    {
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[name]").Select(i => (i.Name!, i.Value)).Concat(more);
        var action = form.GetAttribute("action") is { Length: > 0 } to ? to : Page.Address;
        await SendAsync(HttpMethod.Post, action, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
        if (Last.StatusCode == HttpStatusCode.Found)
        {
            var set = SetCookies;
            LedTo = Last.Headers.Location!.OriginalString.Split('#', 2) is [_, var place] ? $"#{place}" : "";
            await GoAsync(Last.Headers.Location!.OriginalString);
            SetCookies = [.. set, .. SetCookies];
        }
    }

    private async Task SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.RelativeOrAbsolute)) { Content = content };
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        Last = await site.Browser.SendAsync(request, Cancellation);
        SetCookies = Last.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        foreach (var parts in SetCookies.Select(c => c.Split(';')[0].Split('=', 2)))
        {
            if (parts[1].Length == 0)
            {
                Cookies.Remove(parts[0]);
            }
            else
            {
                Cookies[parts[0]] = parts[1];
            }
        }

        Page = await PageReader.ReadAsync(Last, path.Split('#')[0]);
    }
}
