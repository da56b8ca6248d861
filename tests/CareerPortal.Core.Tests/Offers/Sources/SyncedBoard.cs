using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Sources;
using CareerPortal.Testing;
using CareerPortal.Testing.Offers;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Sources;

/// <summary>A store with a few towns, a server that speaks as the open data does, and what brings one to the other.</summary>
internal sealed class SyncedBoard : IAsyncDisposable
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };

    private SyncedBoard(OpenDataServer server, double patience)
    {
        Server = server;
        Options = new ForemOptions
        {
            Address = server.Address,
            PauseMilliseconds = 0,
            PatienceSeconds = patience,
        };
        Runs = new OfferRuns(Store, Store.Time);
        Writer = new OfferWriter(Store, Store.Time);
    }

    public static DateOnly Today => DateOnly.FromDateTime(TestStore.Start.Date);

    public TestStore Store { get; } = new();

    public OpenDataServer Server { get; }

    public ForemOptions Options { get; }

    public OfferRuns Runs { get; }

    public OfferWriter Writer { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SyncedBoard> StartAsync(int count, double patience = 20)
    {
        var board = new SyncedBoard(await OpenDataServer.StartAsync(Today, [.. Enumerable.Range(1, count)]), patience);
        await using var context = board.Store.CreateDbContext();
        context.AddRange(Towns());
        context.AddRange(Localities());
        context.Add(
            new CatalogueTerm
            {
                Kind = TermKind.Nace,
                Code = "18",
                Label = new LocalisedText("Imprimerie et reproduction d'enregistrements"),
            }
        );
        await context.SaveChangesAsync(Cancellation);
        return board;
    }

    public static IReadOnlyList<Municipality> Towns() =>
        [
            Town("82032", "Vielsalm", "Luxembourg", "Région wallonne", "6690"),
            Town("92094", "Namur", "Namur", "Région wallonne", "5000", "Jambes"),
            Town("62063", "Liège", "Liège", "Région wallonne", "4000"),
            Town("64074", "Waremme", "Liège", "Région wallonne", "4300"),
            Town("52011", "Charleroi", "Hainaut", "Région wallonne", "6000"),
            Town("25112", "Wavre", "Brabant wallon", "Région wallonne", "1300"),
            Town("21009", "Ixelles", "0", "Région de Bruxelles-Capitale", "1050"),
            Town("44021", "Gand", "Flandre orientale", "Région flamande", "9000"),
        ];

    public static IReadOnlyList<Locality> Localities() =>
        [
            Place("6690", "Vielsalm", 5.917, 50.2884, "82032"),
            Place("6690", "Bihain", 5.8082, 50.239, "82032"),
            Place("5000", "Namur", 4.8671, 50.4669, "92094"),
            Place("5100", "Jambes", 4.8694, 50.4563, "92094"),
            Place("4000", "Liège", 5.5734, 50.6451, "62063"),
            Place("1300", "Limal", 4.5739, 50.693, null),
            Place("1300", "Wavre", 4.6077, 50.7164, "25112"),
            Place("9000", "Gand", 3.7253, 51.0538, "44021"),
        ];

    public OfferSync Sync() =>
        new(new ForemSource(_http, Options), Writer, Runs, new OfferTablesShelf(Store, new ContentMark(Store, Store.Time)), Store.Time);

    public Task<OfferRun> ReadAsync(OfferRunKind kind = OfferRunKind.Whole) => Sync().RunAsync(kind, Cancellation);

    /// <summary>All that is stored of offers, but for when it was stored.</summary>
    public async Task<IReadOnlyList<string>> HeldAsync()
    {
        await using var context = Store.CreateDbContext();
        var offers = await context.JobOffers.AsNoTracking().OrderBy(o => o.ExternalId).ToListAsync(Cancellation);
        return [.. offers.Select(o => $"{o.ExternalId} {o.Hash} {o.State} {o.Closing} {o.Returns} {o.Published} {o.Expires} {o.Reference}")];
    }

    public async Task<int> CountAsync(OfferState state)
    {
        await using var context = Store.CreateDbContext();
        return await context.JobOffers.CountAsync(o => o.State == state, Cancellation);
    }

    public async Task<JobOffer> FindAsync(int number)
    {
        var id = OpenDataRecords.IdOf(number);
        await using var context = Store.CreateDbContext();
        return await context.JobOffers.AsNoTracking().SingleAsync(o => o.ExternalId == id, Cancellation);
    }

    public async Task<long> LastNumberAsync()
    {
        await using var context = Store.CreateDbContext();
        return await context.OfferCounters.Select(c => c.Last).SingleAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
        Store.Dispose();
    }

    private static Municipality Town(string nis, string name, string province, string region, string postcode, params string[] aliases) =>
        new()
        {
            Nis = nis,
            French = name,
            Dutch = name == "Gand" ? "Gent" : name,
            Province = province,
            Region = region,
            Postcode = postcode,
            Aliases = [.. aliases],
        };

    private static Locality Place(string postcode, string name, double longitude, double latitude, string? nis) =>
        new()
        {
            Postcode = postcode,
            Name = name,
            Longitude = longitude,
            Latitude = latitude,
            Nis = nis,
        };
}
