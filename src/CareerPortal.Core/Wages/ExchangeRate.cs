using CareerPortal.Data;

namespace CareerPortal.Wages;

/// <summary>What one euro is worth in another currency on a day, as its source gives it.</summary>
[InRealm(ContentRealm.Parameters)]
public sealed class ExchangeRate
{
    public const int CurrencyLength = 3;

    /// <summary>How long a rate stands before a reader is told to check it.</summary>
    private const int FreshMonths = 3;

    /// <summary>ISO 4217, for example USD.</summary>
    public required string Currency { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>How many units of the currency one euro buys: more than zero.</summary>
    public required decimal UnitsPerEuro { get; set; }

    public required string Source { get; set; }

    /// <summary>How many euros one unit of the currency is worth, to four decimals.</summary>
    public decimal EuroPerUnit => Math.Round(1 / UnitsPerEuro, 4);

    /// <summary>Whether the rate is old enough to have moved unnoticed.</summary>
    public bool IsDoubtful(DateOnly today) => today > On.AddMonths(FreshMonths);
}
