using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CareerPortal.Quiz.Items;
using CareerPortal.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Quiz;

/// <summary>Somebody without JavaScript: reads pages, follows links and submits forms as the page has them.</summary>
internal sealed class Visitor(PortalFactory portal, string language = "fr", HttpClient? through = null) : IDisposable
{
    private readonly HttpClient _client = through ?? portal.CreateClient();

    private readonly ItemBank _bank = portal.Services.GetRequiredService<ItemBank>();

    public IDocument Page { get; private set; } = default!;

    public HttpStatusCode Status { get; private set; }

    public string Path => new Uri(Page.DocumentUri).PathAndQuery;

    public IElement Main => Page.QuerySelector("main")!;

    public string Language => language;

    public HttpResponseMessage Last { get; private set; } = default!;

    public HttpClient Client => _client;

    public string Text(string key, params object[] arguments) => portal.Text(key, language, arguments);

    public Task GoAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));

    public Task FollowAsync(string textKey, params object[] arguments) => GoAsync(Link(Text(textKey, arguments)).GetAttribute("href")!);

    public IElement Link(string text) =>
        Main.QuerySelectorAll("a").FirstOrDefault(a => a.Words() == text)
        ?? throw new InvalidOperationException($"{Path} has no link « {text} »: {Main.Words()}");

    public bool Says(string text) => PlainTypography.Says(Main.Words(), text);

    public void Choose(string text)
    {
        var label = Main.QuerySelectorAll("label").First(l => l.Words() == text);
        ((IHtmlInputElement)label.QuerySelector("input")!).IsChecked = true;
    }

    public void Type(string label, string value) => ((IHtmlInputElement)Main.QuerySelectorAll("input").First(i => i.Name() == label)).Value = value;

    public HttpRequestMessage Submission(string buttonText)
    {
        var button = (IHtmlButtonElement)Main.QuerySelectorAll("button").First(b => b.Words() == buttonText);
        button.Form!.NoValidate = true;
        var request = button.Form.GetSubmission(button) ?? throw new InvalidOperationException($"« {buttonText} » submits nothing.");
        var message = new HttpRequestMessage(new HttpMethod(request.Method.ToString().ToUpperInvariant()), new Uri(request.Target.Href));
        if (message.Method == HttpMethod.Post)
        {
            message.Content = new StreamContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.MimeType ?? "application/x-www-form-urlencoded");
        }

        return message;
    }

    public Task SubmitAsync(string textKey) => SendAsync(Submission(Text(textKey)));

    /// <summary>Posts fields of one's own making with the token of the page being read.</summary>
    public Task ForgeAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = (IHtmlInputElement)Main.QuerySelector("input[name=__RequestVerificationToken]")!;
        return SendAsync(
            new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
            {
                Content = new FormUrlEncodedContent(fields.Append((token.Name!, token.Value)).ToDictionary(f => f.Item1, f => f.Item2)),
            }
        );
    }

    public async Task SendAsync(HttpRequestMessage request)
    {
        Last = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Status = Last.StatusCode;
        var html = await Last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var address = Last.RequestMessage!.RequestUri!.AbsoluteUri;
        Page = await BrowsingContext
            .New(Configuration.Default)
            .OpenAsync(r => r.Content(html).Address(address), TestContext.Current.CancellationToken);
    }

    // The quiz, in its own words.
    public async Task StartQuizAsync(string slug = "annotateur-de-donnees-ia")
    {
        await GoAsync(PublicPages.In(language, $"/quiz/{slug}"));
        await SubmitAsync("QuizStart.Action");
    }

    public async Task StartOverAllAsync()
    {
        await GoAsync(PublicPages.In(language, "/quiz/orientation"));
        await SubmitAsync("QuizAll.Action");
    }

    /// <summary>Skips every question that is left.</summary>
    public async Task SkipAllAsync()
    {
        for (var i = 0; i < 30 && IsQuestion; i++)
        {
            await SkipAsync();
        }
    }

    public async Task AnswerAsync(int value)
    {
        ((IHtmlInputElement)Main.QuerySelector($"input[type=radio][value='{value}']")!).IsChecked = true;
        await SendAsync(Submission(NextText()));
    }

    public Task SkipAsync() => SubmitAsync("Question.Skip");

    /// <summary>Answers every question that is left, in turn with the given values.</summary>
    public async Task AnswerAllAsync(params int[] values)
    {
        for (var i = 0; i < 30 && IsQuestion; i++)
        {
            await AnswerAsync(values[i % values.Length]);
        }
    }

    /// <summary>Answers every question that is left as somebody would who has the qualities in this measure, 1 to 5.</summary>
    public async Task AnswerAllAsPersonAsync(int measure)
    {
        for (var i = 0; i < 30 && IsQuestion; i++)
        {
            await AnswerAsync(_bank.Find(Item)!.Coded(measure));
        }
    }

    public bool IsQuestion => Main.QuerySelector("fieldset") is not null;

    public bool IsResult => Path.EndsWith("/resultat", StringComparison.Ordinal);

    public string Item => ((IHtmlInputElement)Main.QuerySelector("input[type=hidden][name$=Item]")!).Value;

    public int? Chosen =>
        Main.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").FirstOrDefault(r => r.IsChecked) is { } radio
            ? int.Parse(radio.Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    public int Answered => int.Parse(Main.QuerySelector("progress")!.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture);

    public string Code => Path.Split('/', '?').First(p => p.Length == 19 && p.Count(c => c == '-') == 3);

    public void Dispose() => _client.Dispose();

    private string NextText() =>
        Main.QuerySelectorAll("button").Select(b => b.Words()).First(t => t == Text("Question.Next") || t == Text("Question.Save"));
}
