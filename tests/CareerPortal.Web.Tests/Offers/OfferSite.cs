using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Sources;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Offers;

/// <summary>A site with a board of a few offers that a test puts there.</summary>
public sealed class OfferSite : IAsyncDisposable
{
    public const string Source = "source";

    public OfferSite(FakeTimeProvider? time = null)
    {
        Portal = new PortalFactory { Time = time, Settings = { ["Offers:Examples"] = "false", ["OpenData:RequestsPerMinute"] = "100000" } };
        Client = Portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Browser = Portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
    }

    public PortalFactory Portal { get; }

    public HttpClient Client { get; }

    /// <summary>For readers that keep their cookies themselves.</summary>
    public HttpClient Browser { get; }

    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    public static OfferFacts Facts(string title, string postcode = "5000", string town = "Namur", string province = "Namur") =>
        new()
        {
            Title = title,
            Employer = "Boulangerie du Coin",
            EmployerKind = EmployerKind.Direct,
            Published = Today.AddDays(-3),
            Contract = ContractKind.Permanent,
            ContractLabel = "Durée indéterminée",
            Regime = WorkRegime.FullTime,
            Url = "https://www.example.com/1",
            Places =
            [
                new OfferPlace
                {
                    Label = town.ToUpperInvariant(),
                    Postcode = postcode,
                    Municipality = town,
                    Province = province,
                    Region = "BE3",
                },
            ],
        };

    /// <summary>Puts an offer on the board; tells its number.</summary>
    public async Task<long> AddAsync(OfferFacts facts, string? occupation = null, OfferSourceKind kind = OfferSourceKind.OpenData)
    {
        await using var context = await ContextAsync();
        var source = kind switch
        {
            OfferSourceKind.OpenData => Source,
            OfferSourceKind.Portal => OwnOffers.SourceKey,
            _ => $"{Source}-{kind}",
        };
        if (!await context.Set<OfferSource>().AnyAsync(s => s.Key == source, Cancellation))
        {
            context.Add(
                new OfferSource
                {
                    Key = source,
                    Kind = kind,
                    Name = "La source",
                    Licence = "CC BY-SA 4.0",
                    Attribution = "Une source",
                }
            );
        }

        var offer = new JobOffer
        {
            Source = source,
            ExternalId = Guid.NewGuid().ToString("N"),
            Facts = facts,
            Hash = "",
            FirstSeenUtc = DateTime.UtcNow,
            LastSeenUtc = DateTime.UtcNow,
            Published = facts.Published,
            Expires = facts.Expires,
            OccupationCode = occupation,
            OccupationOrigin = occupation is null ? null : OfferOccupationOrigin.Title,
            Occupations = occupation is null ? [] : [new OfferOccupation(occupation, 0.8)],
            Sureness = occupation is null ? null : 0.8,
        };
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        offer.Sequence = await context.TakeNumbersAsync(1, Cancellation);
        context.Add(offer);
        await context.SaveChangesAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
        await FollowAsync(context);
        return offer.Id;
    }

    public async Task CloseAsync(long id)
    {
        await using var context = await ContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var number = await context.TakeNumbersAsync(1, Cancellation);
        var offer = await context.Set<JobOffer>().SingleAsync(o => o.Id == id, Cancellation);
        offer.Close(OfferClosing.Withdrawn, DateTime.UtcNow);
        offer.Sequence = number;
        await context.SaveChangesAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
        await FollowAsync(context);
    }

    public async Task<PortalDbContext> ContextAsync() =>
        await Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);

    /// <summary>Pages follow the store within half a second: waits until they do, unless the test moves the clock itself.</summary>
    private async Task FollowAsync(PortalDbContext context)
    {
        var mark = Portal.Services.GetRequiredService<ContentMark>();
        if (Portal.Time is not null)
        {
            return;
        }

        for (var turn = 0; turn < 1200; turn++)
        {
            var stored = await context.ContentStamps.AsNoTracking().ToDictionaryAsync(s => s.Realm, s => s.Version, Cancellation);
            if ((await mark.CurrentAsync(Cancellation)).Of(ContentRealm.Offers) == new ContentState(stored).Of(ContentRealm.Offers))
            {
                return;
            }

            await Task.Delay(50, Cancellation);
        }

        Assert.Fail("The pages do not follow the store.");
    }

    public Task<HttpResponseMessage> AskAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
}
