using System.Globalization;
using CareerPortal.Guides;
using CareerPortal.Wages;

namespace CareerPortal.Web.Guides;

/// <summary>What micro-tasks would bring in: hours a week × pay an hour × weeks, held against the minimum wage for the same hours.</summary>
public sealed class IncomeEstimate
{
    public const decimal MostHours = 80;
    public const decimal MostRate = 200;
    public const decimal MostWeeks = 52;
    public const decimal MostExchange = 5;

    private IncomeEstimate(Input hours, Input rate, Input weeks, Input exchange, string currency)
    {
        (Hours, Rate, Weeks, Exchange, Currency) = (hours, rate, weeks, exchange, currency);
    }

    public Input Hours { get; }

    public Input Rate { get; }

    public Input Weeks { get; }

    /// <summary>How many euros one unit of the currency is worth.</summary>
    public Input Exchange { get; }

    public string Currency { get; }

    public IEnumerable<Input> Faults => new[] { Hours, Rate, Weeks, Exchange }.Where(i => i.Value is null);

    public bool IsValid => !Faults.Any();

    public long TotalCents => (long)Math.Round(Hours.Value!.Value * Rate.Value!.Value * Weeks.Value!.Value * 100);

    public long TotalEuroCents => Currency == "EUR" ? TotalCents : (long)Math.Round(TotalCents * Exchange.Value!.Value);

    public long MonthEuroCents => (long)Math.Round(TotalEuroCents / Weeks.Value!.Value * 52 / 12);

    /// <summary>Reads what was typed, with a comma or a point; what was not typed starts from the guide's own figures.</summary>
    public static IncomeEstimate Read(EstimatorDefaults defaults, string? hours, string? rate, string? weeks, string? exchange, string? currency) => new(
        Input.Read("heures", hours, defaults.HoursPerWeek, 0.5m, MostHours),
        Input.Read("tarif", rate, (defaults.LowCents + defaults.HighCents) / 200m, 0.01m, MostRate),
        Input.Read("semaines", weeks, defaults.Weeks, 1, MostWeeks),
        Input.Read("taux", exchange, 1, 0.01m, MostExchange),
        currency is "EUR" or "USD" ? currency : defaults.Currency);

    /// <summary>What the same hours bring at least under an employment contract.</summary>
    public long FloorCents(WageFloor floor) => (long)Math.Round(Hours.Value!.Value * Weeks.Value!.Value * floor.HourlyCents);

    /// <summary>A number as it was typed, and its value where it can be read and lies within its limits.</summary>
    public sealed record Input(string Name, string Typed, decimal? Value, decimal Least, decimal Most)
    {
        public static Input Read(string name, string? typed, decimal start, decimal least, decimal most)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return new Input(name, start.ToString("0.##", CultureInfo.CurrentCulture), start, least, most);
            }

            var text = typed.Trim().Replace(',', '.').Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
            var value = text.Length <= 12 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) && read >= least && read <= most ? read : (decimal?)null;
            return new Input(name, typed.Length <= 40 ? typed : typed[..40], value, least, most);
        }
    }
}
