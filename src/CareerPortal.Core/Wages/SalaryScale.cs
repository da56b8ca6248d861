namespace CareerPortal.Wages;

/// <summary>Puts pay ranges and the minimum wage on one axis: per month where every range is monthly, per hour otherwise.</summary>
public sealed class SalaryScale
{
    private const decimal HoursPerDay = 7.6m;

    private readonly WageFloor? _floor;

    public SalaryScale(IReadOnlyList<SalaryRange> ranges, WageFloor? floor)
    {
        _floor = floor;
        Period = ranges.All(r => r.Period == PayPeriod.Month) || floor is null ? PayPeriod.Month : PayPeriod.Hour;
        Rows =
        [
            .. ranges.Select(r => new Row(r, In(r, r.LowCents), In(r, r.HighCents), PerHour(r, r.LowCents), PerHour(r, r.HighCents), Against(r))),
        ];
        var most = Rows.Select(r => Math.Max(r.Low, r.High)).Append(FloorCents ?? 0).DefaultIfEmpty(1).Max();
        Step = StepFor(most);
        Most = Step * (long)Math.Ceiling(most * 1.04m / Step);
        SameCurrency = ranges.All(r => r.Currency == "EUR");
    }

    /// <summary>How a range lies to the minimum wage.</summary>
    public enum Position
    {
        Unknown,
        Below,
        Across,
        Above,
    }

    public PayPeriod Period { get; }

    public IReadOnlyList<Row> Rows { get; }

    /// <summary>The minimum wage in cents per <see cref="Period"/>.</summary>
    public long? FloorCents =>
        _floor is null ? null
        : Period == PayPeriod.Month ? _floor.MonthlyCents
        : _floor.HourlyCents;

    /// <summary>The right end of the axis and the distance between its ticks, in cents.</summary>
    public long Most { get; }

    public long Step { get; }

    public bool SameCurrency { get; }

    /// <summary>Whether some amount lies below the minimum wage.</summary>
    public bool GoesBelow => Rows.Any(r => r.Position is Position.Below or Position.Across);

    private long In(SalaryRange range, long cents) => Period == PayPeriod.Month && range.Period == PayPeriod.Month ? cents : PerHour(range, cents);

    private static long PerHour(SalaryRange range, long cents) =>
        range.Period switch
        {
            PayPeriod.Hour => cents,
            PayPeriod.Day => (long)Math.Round(cents / HoursPerDay),
            _ => (long)Math.Round(cents / WageFloor.HoursPerMonth),
        };

    /// <summary>A foreign currency is held against the minimum at one unit to the euro; the page says so.</summary>
    private Position Against(SalaryRange range)
    {
        if (_floor is null)
        {
            return Position.Unknown;
        }

        var floor = range.Period == PayPeriod.Month ? _floor.MonthlyCents : _floor.HourlyCents;
        var (low, high) =
            range.Period == PayPeriod.Month ? (range.LowCents, range.HighCents) : (PerHour(range, range.LowCents), PerHour(range, range.HighCents));
        return high < floor ? Position.Below
            : low < floor ? Position.Across
            : Position.Above;
    }

    private static long StepFor(long most)
    {
        long[] steps = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
        return steps.FirstOrDefault(s => most / s < 6, 1_000_000);
    }

    /// <summary>A range in cents on the axis and per hour.</summary>
    public sealed record Row(SalaryRange Range, long Low, long High, long LowPerHour, long HighPerHour, Position Position);
}
