using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Alerts;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Offers;
using CareerPortal.Web.Offers.Alerts;
using CareerPortal.Web.Tests.Accounts;
using CareerPortal.Web.Tests.Pages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Serilog.Core;

namespace CareerPortal.Web.Tests.Offers.Alerts;

/// <summary>A site that sends its mails to a server of this machine, with a clock that a test turns.</summary>
internal sealed partial class AlertSite : IAsyncDisposable
{
    public const string Public = "https://passerelle.example";
    public const string Search = "/offres?q=boulanger&v=2";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(DateTime.UtcNow.Date.AddDays(2).AddHours(12), TimeSpan.Zero));

    public AlertSite(Action<PortalFactory>? settings = null, bool sendsMails = true)
    {
        Portal = new PortalFactory
        {
            Time = _time,
            Settings =
            {
                ["Offers:Examples"] = "false",
                ["Portal:PublicAddress"] = Public,
                ["Serilog:MinimumLevel:Default"] = "Debug",
            },
            Registrations = services =>
            {
                services.AddSingleton<ILogEventSink>(Log);
                if (!sendsMails)
                {
                    services.Remove(services.Single(s => s.ImplementationType == typeof(MailJob)));
                }
            },
        };
        Mail.UseBy(Portal);
        settings?.Invoke(Portal);
        Client = Portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    public MailServer Mail { get; } = new();

    public RememberedEvents Log { get; } = new();

    public PortalFactory Portal { get; }

    public HttpClient Client { get; }

    public FakeTimeProvider Time => _time;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Portal.DisposeAsync();
        await Mail.DisposeAsync();
    }

    public PortalDbContext Context() => Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    public async Task<IReadOnlyList<OfferAlert>> AlertsAsync()
    {
        await using var context = Context();
        return await context.OfferAlerts.AsNoTracking().OrderBy(a => a.Id).ToListAsync(Cancellation);
    }

    /// <summary>Puts an offer on the board.</summary>
    public async Task<long> AddAsync(string title, string employer = "Boulangerie du Coin")
    {
        await using var context = Context();
        if (!await context.OfferSources.AnyAsync(s => s.Key == OfferSite.Source, Cancellation))
        {
            context.Add(
                new OfferSource
                {
                    Key = OfferSite.Source,
                    Kind = OfferSourceKind.OpenData,
                    Name = "La source",
                    Licence = "CC BY-SA 4.0",
                    Attribution = "Une source",
                }
            );
        }

        var now = _time.GetUtcNow().UtcDateTime;
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var offer = new JobOffer
        {
            Source = OfferSite.Source,
            ExternalId = Guid.NewGuid().ToString("N"),
            Facts = OfferSite.Facts(title) with { Employer = employer, Published = DateOnly.FromDateTime(now) },
            Hash = "",
            FirstSeenUtc = now,
            LastSeenUtc = now,
            Published = DateOnly.FromDateTime(now),
            Sequence = await context.TakeNumbersAsync(1, Cancellation),
        };
        context.Add(offer);
        await context.SaveChangesAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
        return offer.Id;
    }

    /// <summary>Fills the form of an alert in, as somebody would who reads it first; tells the answer.</summary>
    public async Task<HttpResponseMessage> AskAsync(
        string email,
        string path = "/offres/alerte?q=boulanger&v=2",
        bool reads = true,
        string trap = "",
        string? seal = null
    )
    {
        var page = await Client.PageAsync(path);
        if (reads)
        {
            _time.Advance(TimeSpan.FromSeconds(4));
        }

        if (seal is not null)
        {
            page.Document.QuerySelector<IHtmlInputElement>("input[name=Since]")!.Value = seal;
        }

        return await PostAsync(page, path, "alert", ("Email", email), ("Rhythm", "Daily"), ("Website", trap));
    }

    /// <summary>Presses a button of a form of a page, with the hidden fields that it has.</summary>
    public Task<HttpResponseMessage> PostAsync(SitePage page, string path, string form, params (string Name, string Value)[] fields)
    {
        var its = page.Document.Forms.Single(f => f.QuerySelector<IHtmlInputElement>("input[name=_handler]")?.Value == form);
        var hidden = its.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => (i.Name!, i.Value));
        return Client.PostAsync(
            new Uri(path, UriKind.Relative),
            new FormUrlEncodedContent(hidden.Concat(fields).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
            Cancellation
        );
    }

    /// <summary>Opens a page and presses its button.</summary>
    public async Task<HttpResponseMessage> PressAsync(string path, string form, params (string Name, string Value)[] fields) =>
        await PostAsync(await Client.PageAsync(path), path, form, fields);

    /// <summary>Somebody asks for an alert and confirms it; tells its number.</summary>
    public async Task<Guid> SubscribeAsync(string email, string path = "/offres/alerte?q=boulanger&v=2")
    {
        var before = Mail.Mails.Count;
        using var asked = await AskAsync(email, path);
        await ArrivedAsync(before + 1);
        using var confirmed = await PressAsync(LinkIn(Mail.Mails[^1], AlertPath.Confirm), "confirm");
        Assert.True((int)confirmed.StatusCode == 302, $"{confirmed.StatusCode}");
        return (await AlertsAsync()).Single(a => a.Email == email && a.ConfirmedUtc is not null).Id;
    }

    /// <summary>Does what is due now, as the job of alerts does it.</summary>
    public Task WorkAsync() =>
        Portal.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<AlertJob>().Single().WorkAsync(Cancellation);

    /// <summary>Waits until so many mails have come in all, turning the clock on for the site's jobs.</summary>
    public async Task ArrivedAsync(int count)
    {
        for (var turn = 0; turn < 600 && Mail.Mails.Count < count; turn++)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(25, Cancellation);
        }

        Assert.Equal(count, Mail.Mails.Count);
    }

    /// <summary>Waits until the mails that wait are as wished.</summary>
    public async Task UntilAsync(Func<PortalDbContext, Task<bool>> isSo)
    {
        for (var turn = 0; turn < 600; turn++)
        {
            await using (var context = Context())
            {
                if (await isSo(context))
                {
                    return;
                }
            }

            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(25, Cancellation);
        }

        Assert.Fail("It did not come about.");
    }

    /// <summary>The path of a link in a mail.</summary>
    public static string LinkIn(MimeMessage mail, string path) =>
        Links().Matches(mail.TextBody!).Select(m => m.Groups[1].Value).First(p => p.Contains(path, StringComparison.Ordinal));

    [GeneratedRegex(@"https://passerelle\.example(\S+)")]
    private static partial Regex Links();
}
