using CareerPortal.Offers;

namespace CareerPortal.Web.Api;

/// <summary>A place of work: the municipality that the source's words name, where they name one.</summary>
internal sealed record OfferPlaceFact(
    string Label,
    string? Postcode,
    string? Municipality,
    string? Nis,
    string? Province,
    string? Region,
    double? Latitude,
    double? Longitude
);

/// <summary>A stated pay before tax, in the currency's unit.</summary>
internal sealed record OfferPayFact(decimal Low, decimal High, string Currency, string Period);

/// <summary>A label of the source with its code, where a table knows it.</summary>
internal sealed record OfferLabelFact(string? Code, string Label);

/// <summary>An occupation in ROME 4.0 that the offer may be about, and how sure that is (0 to 1).</summary>
internal sealed record OfferOccupationFact(string Code, double Confidence);

/// <summary>An open offer with its source and the licence of what is said.</summary>
internal sealed record OfferFact(
    long Id,
    string Path,
    string Title,
    string? Employer,
    string? EmployerKind,
    IReadOnlyList<OfferPlaceFact> Places,
    OfferLabelFact? Contract,
    OfferLabelFact? Regime,
    int? Posts,
    IReadOnlyList<OfferLabelFact> Studies,
    IReadOnlyList<OfferLabelFact> Languages,
    OfferLabelFact? Experience,
    IReadOnlyList<OfferLabelFact> Licences,
    IReadOnlyList<OfferLabelFact> Sectors,
    OfferPayFact? Pay,
    string? Telework,
    string? Occupation,
    IReadOnlyList<OfferOccupationFact> Occupations,
    DateOnly Published,
    IReadOnlyList<DateOnly> EarlierDates,
    DateOnly? Expires,
    DateTime FirstSeen,
    int Returns,
    long? SameAs,
    long? TogetherWith,
    bool IsExample,
    string Source,
    string? Board,
    string? Reference,
    string? Url,
    string Licence,
    string Attribution
)
{
    public static OfferFact Of(ListedOffer offer)
    {
        var facts = offer.Facts;
        return new OfferFact(
            offer.Id,
            OfferPath.Of(offer.Id, facts.Title),
            facts.Title,
            facts.Employer,
            Word(facts.EmployerKind),
            [
                .. facts.Places.Select(p => new OfferPlaceFact(
                    p.Label,
                    p.Postcode,
                    p.Municipality,
                    p.Nis,
                    p.Province,
                    p.Region,
                    p.Latitude,
                    p.Longitude
                )),
            ],
            Label(Word(facts.Contract), facts.ContractLabel),
            Label(Word(facts.Regime), facts.RegimeLabel),
            facts.Posts,
            Labels(facts.Studies),
            Labels(facts.Languages),
            Label(Word(facts.Experience), facts.ExperienceLabel),
            Labels(facts.Licences),
            Labels(facts.Sectors),
            facts.Pay is { } pay ? new OfferPayFact(pay.LowCents / 100m, pay.HighCents / 100m, pay.Currency, ApiAnswer.Word(pay.Period)) : null,
            Word(facts.Telework),
            offer.OccupationCode,
            [.. offer.Occupations.Select(o => new OfferOccupationFact(o.Code, o.Confidence))],
            facts.Published,
            facts.EarlierDates,
            facts.Expires,
            offer.FirstSeenUtc,
            offer.Returns,
            offer.SameAs,
            offer.TogetherWith,
            offer.IsExample,
            offer.SourceKey,
            facts.Board,
            facts.Reference,
            facts.Url,
            offer.Licence,
            offer.Attribution
        );
    }

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } known ? ApiAnswer.Word(known) : null;

    private static OfferLabelFact? Label(string? code, string? label) => code is null && label is null ? null : new(code, label ?? code!);

    private static IReadOnlyList<OfferLabelFact> Labels(IReadOnlyList<LabelledCode> labels) =>
        [.. labels.Select(l => new OfferLabelFact(l.Code, l.Label))];
}

/// <summary>How many of the offers that pass the other filters have a value; « non-precise » where they do not say.</summary>
internal sealed record OfferFacetFact(string Value, int Count);

/// <summary>A page of open offers, how many answer in all, and the counts of each facet.</summary>
internal sealed record OfferList(int Total, IReadOnlyList<OfferFact> Items, IReadOnlyDictionary<string, IReadOnlyList<OfferFacetFact>> Facets);

/// <summary>An offer that is not open any more, why, and since when.</summary>
internal sealed record OfferRemoval(long Id, string Why, DateTime? Closed);

/// <summary>What to take over, what to forget, and the cursor to ask with the next time.</summary>
internal sealed record OfferChangeList(
    bool IsSnapshot,
    IReadOnlyList<OfferFact> Items,
    IReadOnlyList<OfferRemoval> Removed,
    bool HasMore,
    string Cursor
);
