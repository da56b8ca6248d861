using System.Globalization;
using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>The directories that counsellors keep.</summary>
internal static class DirectoryShelves
{
    private const string Day = "yyyy-MM-dd";

    public static IReadOnlyList<DirectoryShelf> All { get; } =
    [
        new DirectoryShelf<TrainingCentre, TrainingCentreEntry>(DirectoryKind.Centre)
        {
            Find = (rows, code) => rows.Where(r => r.Code == code),
            Lines = async (rows, cancellation) =>
                await rows.OrderBy(r => r.Code).Select(r => new DirectoryLine(r.Code, r.Name, r.Locality)).ToListAsync(cancellation),
            Read = ExchangeForms.Of,
            Make = DirectoryRows.Of,
            Code = e => e.Code,
            Set = e => new ExchangeSet { TrainingCentres = [e] },
        },
        new DirectoryShelf<JobZone, JobZoneEntry>(DirectoryKind.Zone)
        {
            Find = (rows, code) => rows.Where(r => r.Code == code),
            Lines = async (rows, cancellation) =>
                [
                    .. (await rows.OrderBy(r => r.Code).Select(r => new { r.Code, r.Name }).ToListAsync(cancellation)).Select(r => new DirectoryLine(
                        r.Code,
                        r.Name.Fr
                    )),
                ],
            Read = ExchangeForms.Of,
            Make = DirectoryRows.Of,
            Code = e => e.Code,
            Set = e => new ExchangeSet { JobZones = [e] },
        },
        new DirectoryShelf<WorkPlatform, PlatformEntry>(DirectoryKind.Platform)
        {
            Find = (rows, code) => rows.Where(r => r.Code == code),
            Lines = async (rows, cancellation) =>
                await rows.OrderBy(r => r.Code).Select(r => new DirectoryLine(r.Code, r.Name, null)).ToListAsync(cancellation),
            Read = ExchangeForms.Of,
            Make = DirectoryRows.Of,
            Code = e => e.Code,
            Set = e => new ExchangeSet { Platforms = [e] },
            Source = e => e.Source,
        },
        new DirectoryShelf<Source, SourceEntry>(DirectoryKind.Source)
        {
            Find = (rows, code) => rows.Where(r => r.Code == code),
            Lines = async (rows, cancellation) =>
                await rows.OrderBy(r => r.Code).Select(r => new DirectoryLine(r.Code, r.Title, r.Publisher)).ToListAsync(cancellation),
            Read = ExchangeForms.Of,
            Make = DirectoryRows.Of,
            Code = e => e.Code,
            Set = e => new ExchangeSet { Sources = [e] },
        },
        new DirectoryShelf<GuidanceService, GuidanceServiceEntry>(DirectoryKind.GuidanceService)
        {
            Find = (rows, code) => rows.Where(r => r.Code == code),
            Lines = async (rows, cancellation) =>
                [
                    .. (await rows.OrderBy(r => r.Code).Select(r => new { r.Code, r.Name }).ToListAsync(cancellation)).Select(r => new DirectoryLine(
                        r.Code,
                        r.Name.Fr
                    )),
                ],
            Read = ExchangeForms.Of,
            Make = DirectoryRows.Of,
            Code = e => e.Code,
            Set = e => new ExchangeSet { GuidanceServices = [e] },
        },
        new DirectoryShelf<WageFloor, WageFloorEntry>(DirectoryKind.WageFloor)
        {
            Find = (rows, code) => DayOf(code) is { } from ? rows.Where(r => r.From == from) : rows.Where(r => false),
            Lines = async (rows, cancellation) =>
                [
                    .. (await rows.OrderByDescending(r => r.From).ToListAsync(cancellation)).Select(r => new DirectoryLine(
                        CodeOf(r.From),
                        CodeOf(r.From),
                        (r.MonthlyCents / 100m).ToString("N2", CultureInfo.CurrentCulture)
                    )),
                ],
            Read = ExchangeForms.Of,
            Make = DirectoryRows.Of,
            Code = e => CodeOf(e.From),
            Set = e => new ExchangeSet { WageFloors = [e] },
            Source = e => e.Source,
        },
        new DirectoryShelf<ExchangeRate, ExchangeRateEntry>(DirectoryKind.ExchangeRate)
        {
            Find = (rows, code) =>
            {
                var (currency, on) = RateOf(code);
                return on is null ? rows.Where(r => false) : rows.Where(r => r.Currency == currency && r.On == on);
            },
            Lines = async (rows, cancellation) =>
                [
                    .. (await rows.OrderBy(r => r.Currency).ThenByDescending(r => r.On).ToListAsync(cancellation)).Select(r => new DirectoryLine(
                        CodeOf(r.Currency, r.On),
                        r.Currency,
                        $"{CodeOf(r.On)} : {ExchangeForms.Of(r).UnitsPerEuro.ToString(CultureInfo.CurrentCulture)}"
                    )),
                ],
            Read = ExchangeForms.Of,
            Make = DirectoryRows.Of,
            Code = e => CodeOf(e.Currency, e.On),
            Set = e => new ExchangeSet { ExchangeRates = [e] },
            Source = e => e.Source,
        },
    ];

    public static string CodeOf(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    public static string CodeOf(string currency, DateOnly day) => $"{currency.ToLowerInvariant()}-{CodeOf(day)}";

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static (string Currency, DateOnly? On) RateOf(string code) =>
        code.Length == ExchangeRate.CurrencyLength + 1 + Day.Length
            ? (code[..ExchangeRate.CurrencyLength].ToUpperInvariant(), DayOf(code[(ExchangeRate.CurrencyLength + 1)..]))
            : ("", null);
}
