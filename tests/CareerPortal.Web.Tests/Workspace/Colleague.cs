using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CareerPortal.Accounts;
using CareerPortal.Data;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>Somebody who is signed in to the workspace of a site, without JavaScript.</summary>
internal sealed class Colleague : IDisposable
{
    private readonly HttpClient _client;

    private Colleague(HttpClient client, Guid accountId) => (_client, AccountId) = (client, accountId);

    public Guid AccountId { get; }

    /// <summary>Who acts, as desks are told.</summary>
    public Actor Actor { get; private set; } = default!;

    public HttpClient Client => _client;

    /// <summary>Makes an account and signs it in, as an administrator's link would.</summary>
    public static async Task<Colleague> JoinAsync(PortalFactory site, AccountRole role, string name = "Camille")
    {
        var cancellation = TestContext.Current.CancellationToken;
        var contexts = site.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        var token = TicketToken.New();
        var account = Account.Of($"{Guid.NewGuid():N}@example.be", name, role, DateTime.UtcNow);
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            context.Add(account);
            context.Add(
                new AccountTicket
                {
                    Purpose = TicketPurpose.Demonstration,
                    TokenHash = token.Hash(),
                    AccountId = account.Id,
                    CreatedUtc = DateTime.UtcNow,
                    ExpiresUtc = DateTime.UtcNow.AddHours(1),
                }
            );
            await context.SaveChangesAsync(cancellation);
        }

        var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var colleague = new Colleague(client, account.Id);
        var link = await colleague.ReadAsync($"/lien/{token.Text}");
        using var answer = await colleague.SubmitAsync(link.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single());
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);

        await using var look = await contexts.CreateDbContextAsync(cancellation);
        var session = await look.AccountSessions.SingleAsync(s => s.AccountId == account.Id, cancellation);
        var stamp = await look.Accounts.Where(a => a.Id == account.Id).Select(a => a.SecurityStamp).SingleAsync(cancellation);
        colleague.Actor = new Actor(account.Id, session.Id, stamp!);
        return colleague;
    }

    public Task<HttpResponseMessage> GetAsync(string path) =>
        _client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>A page that must be there.</summary>
    public async Task<IDocument> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await DocumentAsync(path, html);
    }

    /// <summary>Sends a form as its page has it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="button">The button pressed, where it says something.</param>
    /// <param name="typed">What was typed into fields, by their names.</param>
    public Task<HttpResponseMessage> SubmitAsync(
        IHtmlFormElement form,
        IHtmlButtonElement? button = null,
        IReadOnlyDictionary<string, string>? typed = null
    )
    {
        var fields = FieldsOf(form).Where(f => typed?.ContainsKey(f.Key) != true).Concat(typed ?? new Dictionary<string, string>()).ToList();
        if (button?.Name is { Length: > 0 } name)
        {
            fields.Add(new(name, button.Value));
        }

        return PostAsync(new Uri(form.Action).PathAndQuery, fields);
    }

    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        _client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);

    /// <summary>A token by which this person's forms are known as this site's.</summary>
    public async Task<string> FormTokenAsync()
    {
        var page = await ReadAsync("/espace/compte");
        return page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name } input
                    when input.Type is not ("submit" or "button") && (input.Type is not ("checkbox" or "radio") || input.IsChecked):
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    yield return new(name, select.Value ?? "");
                    break;
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<IDocument> DocumentAsync(string path, string html)
    {
        var browsing = BrowsingContext.New(Configuration.Default);
        return await browsing.OpenAsync(r => r.Content(html).Address($"http://localhost{path}"), TestContext.Current.CancellationToken);
    }
}
