using System.Globalization;
using System.Text;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Sources;

/// <summary>
/// Offers of the portal's own writing, for a board that has none: jobs of invented employers, each marked « exemple », spread over towns of every
/// province. They have no address and are closed once real offers come.
/// </summary>
public sealed class ExampleOffers(
    IDbContextFactory<PortalDbContext> contexts,
    OfferWriter writer,
    OfferRuns runs,
    OfferTablesShelf tables,
    TimeProvider time
)
{
    public const string SourceKey = "exemples";
    public const int Count = 400;

    /// <summary>What every employer of an example is marked by.</summary>
    public const string Mark = "(exemple)";

    private const string Resource = "example-offers.json";
    private const int DaysOpen = 60;
    private const int MostDaysOld = 30;

    public static OfferSource Source =>
        new()
        {
            Key = SourceKey,
            Kind = OfferSourceKind.Example,
            Name = "Exemples",
            Licence = "CC0 1.0",
            Attribution = "Exemples",
        };

    /// <summary>Fills a board that never had an offer; how many came, or null where there is no room for examples, or no catalogue yet.</summary>
    public async Task<int?> FillEmptyBoardAsync(CancellationToken cancellation)
    {
        var known = await tables.CurrentAsync(cancellation);
        if (known.Places.IsEmpty || await HasOffersAsync(cancellation))
        {
            return null;
        }

        await runs.EnsureSourceAsync(Source, cancellation);
        var reader = new OfferReader(known, new UnknownLabels(), FieldNames.Own, BelgianDay.Today(time));
        var added = 0;
        foreach (var batch in Make(reader, BelgianDay.Today(time)).Chunk(OfferWriter.BatchSize))
        {
            added += (await writer.WriteAsync(SourceKey, batch, cancellation)).Added;
        }

        return added;
    }

    /// <summary>Whether there is any offer but examples of which the filling was interrupted.</summary>
    private async Task<bool> HasOffersAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var examples = await context.JobOffers.CountAsync(o => o.Source == SourceKey, cancellation);
        return examples >= Count
            || await context.JobOffers.AnyAsync(o => o.Source != SourceKey, cancellation)
            || await context.JobOffers.AnyAsync(o => o.State == OfferState.Closed, cancellation);
    }

    private static IEnumerable<SourceOffer> Make(OfferReader reader, DateOnly today)
    {
        using var stream = typeof(ExampleOffers).Assembly.GetManifestResourceStream(Resource)!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        var written = StoredJson.Read<ExampleSet>(text.ReadToEnd());
        for (var n = 0; n < Count; n++)
        {
            // Both lists are walked in steps that share no divisor with their lengths: each job in several towns, each town with many jobs.
            var job = written.Jobs[n % written.Jobs.Count];
            var town = written.Towns[(n * 7 + n / written.Jobs.Count) % written.Towns.Count];
            var published = today.AddDays(-(n * 11 % MostDaysOld));
            var raw = new RawOffer
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"exemple-{n + 1:000}"),
                Title = job.Title,
                Employer = $"{job.Employer} {Mark}",
                Localities = [town.Name],
                Postcodes = [town.Postcode],
                Published = published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Expires = published.AddDays(DaysOpen).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Posts = "1",
            };
            if (reader.Read(raw, out var reason) is not { } offer)
            {
                throw new InvalidDataException($"{Resource}: {job.Title}: {reason}");
            }

            var facts = offer.Facts with
            {
                Contract = job.Contract,
                Regime = job.Regime,
                Experience = job.Experience,
                Telework = job.Telework,
                Studies = job.Studies,
                Languages = job.Languages,
                Licences = job.Licences,
                Sectors = job.Sectors,
                Pay = job.Pay,
                EmployerKind = OfferWords.KindOf(offer.Facts.Employer, job.Contract),
            };
            yield return offer with
            {
                Facts = facts,
                OccupationCode = job.Occupation,
            };
        }
    }

    private sealed record ExampleSet(IReadOnlyList<ExampleJob> Jobs, IReadOnlyList<ExampleTown> Towns);

    private sealed record ExampleTown(string Postcode, string Name);

    private sealed record ExampleJob
    {
        public required string Occupation { get; init; }
        public required string Title { get; init; }
        public required string Employer { get; init; }
        public required ContractKind Contract { get; init; }
        public required WorkRegime Regime { get; init; }
        public required ExperienceNeed Experience { get; init; }
        public required IReadOnlyList<LabelledCode> Sectors { get; init; }
        public required IReadOnlyList<LabelledCode> Languages { get; init; }
        public IReadOnlyList<LabelledCode> Studies { get; init; } = [];
        public IReadOnlyList<LabelledCode> Licences { get; init; } = [];
        public OfferPay? Pay { get; init; }
        public TeleworkKind? Telework { get; init; }
    }
}
