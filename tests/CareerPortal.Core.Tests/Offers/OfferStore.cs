using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Offers.Desk;
using CareerPortal.Offers.Sources;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers;

/// <summary>A store with two occupations, a few towns and a source, to put offers into.</summary>
internal sealed class OfferStore : IDisposable
{
    public const string Source = "source";

    private static readonly CatalogueEdition Edition = new()
    {
        Name = "rome-1",
        Terms = [],
        Sources = [],
        Occupations = [Listed("D1102", "boulanger", "boulangère"), Listed("G1602", "cuisinier", "cuisinière")],
        Municipalities =
        [
            new ListedMunicipality("92094", "Namur", "Namen", "Namur", "BE3", "5000", []),
            new ListedMunicipality("62063", "Liège", "Luik", "Liège", "BE3", "4000", []),
        ],
        Localities = [new ListedLocality("5000", "Namur", 4.866, 50.464, "92094"), new ListedLocality("4000", "Liège", 5.571, 50.633, "62063")],
    };

    private OfferStore() { }

    public TestStore Store { get; } = new();

    public CatalogueShelf Catalogue => new(Store, new ContentMark(Store, Store.Time));

    public OfferShelf Shelf => new(Store);

    public OfferDesk Desk => new(Store, Shelf, new OfferRuns(Store, Store.Time), Catalogue, Store.Time);

    public OfferHistory History => new(Store);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OfferStore> MakeAsync()
    {
        var offers = new OfferStore();
        await new CatalogueImport(offers.Store, offers.Store.Time).ApplyAsync(Edition, Cancellation);
        await using var context = offers.Store.CreateDbContext();
        context.Add(
            new OfferSource
            {
                Key = Source,
                Kind = OfferSourceKind.OpenData,
                Name = "Source",
                Licence = "CC BY",
                Attribution = "Source",
            }
        );
        await context.SaveChangesAsync(Cancellation);
        return offers;
    }

    public static OfferFacts Facts(string title, string? postcode = "5000", string? employer = null) =>
        new()
        {
            Title = title,
            Employer = employer,
            Published = DateOnly.FromDateTime(TestStore.Start.UtcDateTime).AddDays(-3),
            Places = postcode is null
                ? []
                :
                [
                    new OfferPlace
                    {
                        Label = postcode == "5000" ? "NAMUR" : "LIEGE",
                        Postcode = postcode,
                        Nis = postcode == "5000" ? "92094" : "62063",
                        Municipality = postcode == "5000" ? "Namur" : "Liège",
                        Province = postcode == "5000" ? "Namur" : "Liège",
                        Region = "BE3",
                    },
                ],
        };

    /// <summary>A board of this store: as one node has it.</summary>
    public OfferBoard Board() => new(Store, new ContentMark(Store, Store.Time), Catalogue, TestStore.Words, Store.Time);

    /// <summary>Puts an offer on the board, as a source would; tells its number.</summary>
    public async Task<long> AddAsync(OfferFacts facts, string? occupation = null, double? sureness = null)
    {
        await using var context = Store.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var number = await context.TakeNumbersAsync(1, Cancellation);
        var offer = new JobOffer
        {
            Source = Source,
            ExternalId = Guid.NewGuid().ToString("N"),
            Facts = facts,
            Hash = "",
            FirstSeenUtc = Store.Time.GetUtcNow().UtcDateTime,
            LastSeenUtc = Store.Time.GetUtcNow().UtcDateTime,
            Published = facts.Published,
            Expires = facts.Expires,
            OccupationCode = occupation,
            OccupationOrigin = occupation is null ? null : OfferOccupationOrigin.Title,
            Sureness = sureness,
            Sequence = number,
        };
        context.Add(offer);
        await context.SaveChangesAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
        return offer.Id;
    }

    /// <summary>Changes an offer, as a source would.</summary>
    public async Task ChangeAsync(long id, Action<JobOffer> change)
    {
        await using var context = Store.CreateDbContext();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var number = await context.TakeNumbersAsync(1, Cancellation);
        var offer = await context.JobOffers.SingleAsync(o => o.Id == id, Cancellation);
        change(offer);
        offer.Sequence = number;
        offer.Touch();
        await context.SaveChangesAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    /// <summary>Somebody of the portal who is signed in.</summary>
    public async Task<Actor> PersonAsync(AccountRole role)
    {
        await using var context = Store.CreateDbContext();
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            DisplayName = "Quelqu'un",
            Email = $"{Guid.NewGuid():N}@essai.example",
            Role = role,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedUtc = TestStore.Start.UtcDateTime,
        };
        account.UserName = account.Email;
        account.NormalizedUserName = account.NormalizedEmail = account.Email.ToUpperInvariant();
        context.Add(account);
        await context.SaveChangesAsync(Cancellation);
        var session = await new SessionDesk(Store, Store.Time).OpenAsync(account.Id, null, Cancellation);
        return new Actor(account.Id, session!.Id, account.SecurityStamp);
    }

    public void Dispose() => Store.Dispose();

    private static ListedOccupation Listed(string code, string masculine, string feminine) =>
        new(
            code,
            new CatalogueFacts
            {
                Masculine = masculine,
                Feminine = feminine,
                Parent = code,
                Domain = code[..3],
            }
        );
}
