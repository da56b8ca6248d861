using System.Globalization;

namespace CareerPortal.Wages;

/// <summary>What micro-tasks would bring in: hours a week × pay an hour × weeks, held against the minimum wage for the same hours.</summary>
public sealed class IncomeEstimate
{
    public const decimal MostHours = 80;
    public const decimal MostRate = 200;
    public const decimal MostWeeks = 52;
    public const decimal MostExchange = 5;

    private IncomeEstimate(Input hours, Input rate, Input weeks, Input exchange, string currency, ExchangeRate? known)
    {
        (Hours, Rate, Weeks, Exchange, Currency) = (hours, rate, weeks, exchange, currency);
        Known = known is not null && exchange.Value == known.EuroPerUnit ? known : null;
    }

    public Input Hours { get; }

    public Input Rate { get; }

    public Input Weeks { get; }

    /// <summary>How many euros one unit of the currency is worth; empty where nobody said it.</summary>
    public Input Exchange { get; }

    /// <summary>The stored rate, where the estimate was made with it.</summary>
    public ExchangeRate? Known { get; }

    public string Currency { get; }

    public IEnumerable<Input> Faults => new[] { Hours, Rate, Weeks, Exchange }.Where(i => i.IsFault);

    /// <summary>The fields that were sent empty and that count in the result: nobody asks what a euro is worth in euros.</summary>
    public IEnumerable<Input> Replaced => new[] { Hours, Rate, Weeks, Exchange }.Where(i => i.IsReplaced && (i != Exchange || Currency != "EUR"));

    public bool IsValid => !Faults.Any();

    public long TotalCents => (long)Math.Round(Hours.Value!.Value * Rate.Value!.Value * Weeks.Value!.Value * 100);

    /// <summary>The sum in euro; none where the value of the currency is not known.</summary>
    public long? TotalEuroCents =>
        Currency == "EUR" ? TotalCents
        : Exchange.Value is { } exchange ? (long)Math.Round(TotalCents * exchange)
        : null;

    /// <summary>Reads what was typed, with a comma or a point; what was not typed starts from the guide's own figures.</summary>
    public static IncomeEstimate Read(
        EstimatorDefaults defaults,
        ExchangeRate? known,
        string? hours,
        string? rate,
        string? weeks,
        string? exchange,
        string? currency
    ) =>
        new(
            Input.Read("heures", hours, defaults.HoursPerWeek, 0.5m, MostHours),
            Input.Read("tarif", rate, (defaults.LowCents + defaults.HighCents) / 200m, 0.01m, MostRate),
            Input.Read("semaines", weeks, defaults.Weeks, 1, MostWeeks),
            Input.Read("taux", exchange, known?.EuroPerUnit, 0.01m, MostExchange),
            currency is "EUR" or "USD" ? currency : defaults.Currency,
            known
        );

    /// <summary>What the same hours bring at least under an employment contract.</summary>
    public long FloorCents(WageFloor floor) => (long)Math.Round(Hours.Value!.Value * Weeks.Value!.Value * floor.HourlyCents);

    /// <summary>A number as it was typed, and its value where it can be read and lies within its limits.</summary>
    public sealed record Input(string Name, string Typed, decimal? Value, decimal Least, decimal Most)
    {
        /// <summary>The field was sent empty: the usual value stands in for it.</summary>
        public bool IsReplaced { get; init; }

        /// <summary>Something was typed that cannot be read, or lies outside the limits.</summary>
        public bool IsFault => Value is null && Typed.Length > 0;

        public static Input Read(string name, string? typed, decimal? start, decimal least, decimal most)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return new Input(name, start?.ToString("0.####", CultureInfo.CurrentCulture) ?? "", start, least, most)
                {
                    IsReplaced = typed is not null && start is not null,
                };
            }

            var text = typed
                .Trim()
                .Replace(',', '.')
                .Replace(" ", "", StringComparison.Ordinal)
                .Replace("\u00A0", "", StringComparison.Ordinal)
                .Replace("\u202F", "", StringComparison.Ordinal);
            var value =
                text.Length <= 12
                && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read)
                && read >= least
                && read <= most
                    ? read
                    : (decimal?)null;
            return new Input(name, typed.Length <= 40 ? typed : typed[..40], value, least, most);
        }
    }
}
