using System.Globalization;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Doubles;
using CareerPortal.Offers.Entries;
using CareerPortal.Offers.Sources;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Offers.Entries;

/// <summary>A store with a board, on which offers are entered and proposed.</summary>
internal sealed class EntryStore : IDisposable
{
    private EntryStore(OfferStore offers)
    {
        Offers = offers;
        var mark = new ContentMark(Store, Store.Time);
        var writer = new OfferWriter(Store, Store.Time);
        Board = offers.Board();
        Checks = new OfferChecks(
            Store,
            new OfferTablesShelf(Store, mark),
            new TitleGenderShelf(offers.Catalogue, mark),
            Board,
            offers.Shelf,
            new OfferGrouperShelf(offers.Catalogue, mark),
            Store.Time
        );
        var publication = new OfferPublication(Store, writer, new OfferRuns(Store, Store.Time), Store.Time);
        Desk = new OfferEntryDesk(Store, Checks, publication, Letters, Store.Time);
        Proposals = new OfferProposals(Store, Checks, publication, Letters, Store.Time);
        Keeping = new OfferEntryKeeping(Store, Letters, Store.Time);
        Entered = new EnteredOffers(Store, Store.Time);
        Writer = writer;
    }

    public OfferStore Offers { get; }

    public TestStore Store => Offers.Store;

    public CareerPortal.Offers.Board.OfferBoard Board { get; }

    public OfferChecks Checks { get; }

    public OfferEntryDesk Desk { get; }

    public OfferProposals Proposals { get; }

    public OfferEntryKeeping Keeping { get; }

    public EnteredOffers Entered { get; }

    public OfferWriter Writer { get; }

    public PlainLetters Letters { get; } = new();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A form without a fault.</summary>
    public static OfferForm Form { get; } =
        new()
        {
            Title = "Boulanger·ère (H/F/X)",
            Employer = "Boulangerie du Coin",
            Kind = "Direct",
            Places = "5000 Namur",
            Contract = "Permanent",
            Regime = "FullTime",
            PayLow = "2 500",
            PayHigh = "2 900,50",
            PayPeriod = "Month",
            Missions = string.Concat(Enumerable.Repeat("Pétrir, façonner et cuire les pains du jour avec nous. ", 5)).Trim(),
            ApplyEmail = "emploi@boulangerie.example",
        };

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task<EntryStore> MakeAsync() => new(await OfferStore.MakeAsync());

    /// <summary>Somebody proposes an offer and confirms the address; the private link and the entry's number.</summary>
    public async Task<(TicketToken Link, int Id)> ProposeAsync(OfferForm? form = null, bool confirms = true)
    {
        var proposed = await Proposals.ProposeAsync(Guid.NewGuid(), form ?? Form, "Anne Dupont", "anne@boulangerie.example", "fr", Cancellation);
        Assert.Equal(CareerPortal.Editing.DeskAnswer.Done, proposed.Answer);
        var link = Letters.Last.Link;
        if (confirms)
        {
            Assert.True((await Proposals.ConfirmAsync(link, Cancellation)).IsDone);
        }

        return (link, proposed.Value);
    }

    /// <summary>A reviewer publishes an entry; the offer's number.</summary>
    public async Task<long> PublishAsync(int id)
    {
        var reviewer = await Offers.PersonAsync(AccountRole.Reviewer);
        Assert.Equal(CareerPortal.Editing.DeskAnswer.Done, (await Desk.PublishAsync(reviewer, id, await VersionAsync(id), Cancellation)).Answer);
        return (await EntryAsync(id)).OfferId!.Value;
    }

    public async Task<Guid> VersionAsync(int id) => (await EntryAsync(id)).Version;

    public async Task<OfferEntry> EntryAsync(int id)
    {
        await using var context = Store.CreateDbContext();
        return await context.OfferEntries.AsNoTracking().SingleAsync(e => e.Id == id, Cancellation);
    }

    public async Task<JobOffer> OfferAsync(long id)
    {
        await using var context = Store.CreateDbContext();
        return await context.JobOffers.AsNoTracking().SingleAsync(o => o.Id == id, Cancellation);
    }

    public void Dispose() => Offers.Dispose();

    /// <summary>Writes mails of which tests read what they were written from.</summary>
    internal sealed class PlainLetters : IOfferLetters
    {
        private readonly List<OfferLetter> _written = [];

        public IReadOnlyList<OfferLetter> Written => _written;

        public OfferLetter Last => _written[^1];

        public MailText Of(OfferLetter letter)
        {
            _written.Add(letter);
            return new MailText($"{letter.News}", letter.Link.Text);
        }
    }
}
