namespace CareerPortal.Offers.Board;

/// <summary>What somebody asks of the board. Everything in it stands in the address of the list.</summary>
public sealed record OfferQuery
{
    /// <summary>The value of a facet for offers that do not say.</summary>
    public const string Unstated = "-";

    public const int TextMaxLength = 500;
    public const int MostWords = 30;
    public const int MostPageSize = 100;

    public string? Text { get; init; }

    /// <summary>A postcode or the name of a locality, as typed.</summary>
    public string? Place { get; init; }

    /// <summary>How far from the place, in kilometres; the municipality alone where null.</summary>
    public int? Kilometres { get; init; }

    /// <summary>The values chosen of each facet: one of them is enough.</summary>
    public IReadOnlyDictionary<OfferFacet, IReadOnlyList<string>> Chosen { get; init; } = new Dictionary<OfferFacet, IReadOnlyList<string>>();

    /// <summary>An occupation (A1203) or a group (A12, A1203 of ROME 3) by the beginning of its code.</summary>
    public string? Occupation { get; init; }

    /// <summary>Published within so many days, today among them.</summary>
    public int? Days { get; init; }

    public bool IsPayStated { get; init; }

    /// <summary>Only what is new to somebody who has followed the board; no part of an address.</summary>
    public OfferArrival? Arrived { get; init; }

    public OfferSort Sort { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 20;

    /// <summary>The same without one of the values chosen of a facet.</summary>
    public OfferQuery Without(OfferFacet facet, string value) =>
        this with
        {
            Chosen = Chosen
                .Select(c => c.Key == facet ? KeyValuePair.Create(c.Key, (IReadOnlyList<string>)[.. c.Value.Where(v => v != value)]) : c)
                .Where(c => c.Value.Count > 0)
                .ToDictionary(),
        };
}
