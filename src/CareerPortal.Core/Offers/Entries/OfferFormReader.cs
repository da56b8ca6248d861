using System.Globalization;
using System.Text.RegularExpressions;
using CareerPortal.Accounts;
using CareerPortal.Offers.Sources;
using CareerPortal.Wages;

namespace CareerPortal.Offers.Entries;

/// <summary>Reads what a form says and finds what is wrong with it; nothing but the form, the tables and the day decides.</summary>
public sealed partial class OfferFormReader(OfferTables tables, TitleGender gender, WageFloor? floor, DateOnly today)
{
    /// <summary>Missions that are shorter tell too little.</summary>
    public const int ShortestMissions = 150;

    private const decimal HoursOfFullTime = 38m;
    private const decimal MostHours = 50m;
    private const int MostPosts = 1000;
    private const int FewestLetters = 8;

    /// <summary>A range that is wider tells nothing.</summary>
    private const decimal WidestRange = 2m;

    /// <summary>What a month may bring, in cents, without being a slip of the pen.</summary>
    private const decimal LeastMonth = 30_000m;
    private const decimal MostMonth = 3_000_000m;

    private readonly List<OfferFault> _faults = [];

    /// <summary>What the form says.</summary>
    /// <param name="form">The form, cleaned.</param>
    /// <param name="published">Since when the offer is shown, where it is already.</param>
    public OfferVerdict Read(OfferForm form, DateOnly? published)
    {
        _faults.Clear();
        Lengths(form);
        var contract = One<ContractKind>(form.Contract, OfferFormField.Contract, isAsked: true);
        var regime = One<WorkRegime>(form.Regime, OfferFormField.Regime, isAsked: true);
        var telework = One<TeleworkKind>(form.Telework, OfferFormField.Telework, isAsked: false);
        var hours = Hours(form);
        var pay = Pay(form);
        if (pay is not null && contract is not (ContractKind.SelfEmployed or ContractKind.Apprenticeship or ContractKind.Student))
        {
            CompareWithMinimum(pay, regime, hours);
        }

        var expires = LastDay(form);
        var facts = new OfferFacts
        {
            Title = form.Title,
            Employer = Asked(form.Employer, OfferFormField.Employer) ? form.Employer : null,
            EmployerKind = One<EmployerKind>(form.Kind, OfferFormField.Kind, isAsked: true),
            Places = Places(form, isAsked: telework != TeleworkKind.Wholly),
            Contract = contract,
            Regime = regime,
            Posts = Posts(form),
            Experience = One<ExperienceNeed>(form.Experience, OfferFormField.Experience, isAsked: false),
            Studies = Coded(form.Studies, OfferFormField.Studies, OfferWords.StudyCode),
            Languages = Coded(form.Languages, OfferFormField.Languages, OfferWords.LanguageCode),
            Licences = Licences(form),
            Sectors = Coded(form.Sector.Length == 0 ? [] : [form.Sector], OfferFormField.Sector, tables.SectorCode),
            Pay = pay,
            Telework = telework,
            Text = TextOf(form),
            Published = published ?? today,
            Expires = expires,
        };
        Title(form);
        if (Asked(form.Missions, OfferFormField.Missions) && form.Missions.Length < ShortestMissions)
        {
            Add(OfferFormField.Missions, OfferFaultKind.TooShort);
        }

        Wording(form);
        WaysToApply(form);
        return new OfferVerdict(facts, [.. _faults.OrderBy(f => f.Field).ThenBy(f => f.Kind)]);
    }

    /// <summary>The parts of the advert as one text.</summary>
    public static string? TextOf(OfferForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return string.Join("\n\n", new[] { form.Missions, form.Profile, form.Offered }.Where(t => t.Length > 0)) is { Length: > 0 } text
            ? text
            : null;
    }

    /// <summary>How long an offer stands where its form does not say.</summary>
    public static DateOnly UsualLastDay(DateOnly today) => today.AddDays(OfferEntry.UsualDays);

    /// <summary>The day that renewing proposes: no earlier than the one that the offer has.</summary>
    public static DateOnly UsualRenewal(DateOnly? lastDay, DateOnly today) =>
        lastDay is { } last && last > UsualLastDay(today) ? last : UsualLastDay(today);

    private void Add(OfferFormField field, OfferFaultKind kind, string? detail = null) => _faults.Add(new OfferFault(field, kind, detail));

    private bool Asked(string text, OfferFormField field)
    {
        if (text.Length > 0)
        {
            return true;
        }

        Add(field, OfferFaultKind.Missing);
        return false;
    }

    private void Lengths(OfferForm form)
    {
        foreach (var field in Enum.GetValues<OfferFormField>())
        {
            if (form.Text(field).Length > OfferForm.MostOf(field))
            {
                Add(field, OfferFaultKind.TooLong, OfferForm.MostOf(field).ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private T? One<T>(string text, OfferFormField field, bool isAsked)
        where T : struct, Enum
    {
        if (text.Length == 0)
        {
            if (isAsked)
            {
                Add(field, OfferFaultKind.Missing);
            }

            return null;
        }

        if (Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && value.ToString() == text)
        {
            return value;
        }

        Add(field, OfferFaultKind.Unreadable, text);
        return null;
    }

    private List<LabelledCode> Coded(IReadOnlyList<string> codes, OfferFormField field, Func<string, string?> read)
    {
        var found = new List<LabelledCode>();
        foreach (var typed in codes)
        {
            if (read(typed) is not { } code)
            {
                Add(field, OfferFaultKind.Unreadable, typed);
            }
            else if (!found.Exists(f => f.Code == code))
            {
                found.Add(new LabelledCode(code, code));
            }
        }

        return found;
    }

    private List<LabelledCode> Licences(OfferForm form)
    {
        if (form.Licences.Length == 0)
        {
            return [];
        }

        var codes = OfferWords.Licences(form.Licences.ToUpperInvariant());
        if (codes.Count == 0)
        {
            Add(OfferFormField.Licences, OfferFaultKind.UnknownLicence, form.Licences);
        }

        return [.. codes.Select(c => new LabelledCode(c, c))];
    }

    private List<OfferPlace> Places(OfferForm form, bool isAsked)
    {
        var lines = form.Places.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0 && isAsked)
        {
            Add(OfferFormField.Places, OfferFaultKind.Missing);
        }

        if (lines.Length > OfferForm.MostPlaces)
        {
            Add(OfferFormField.Places, OfferFaultKind.TooManyPlaces, OfferForm.MostPlaces.ToString(CultureInfo.InvariantCulture));
        }

        var places = new List<OfferPlace>();
        foreach (var line in lines.Take(OfferForm.MostPlaces))
        {
            var postcode = Postcode().Match(line);
            var name = postcode.Success ? line.Remove(postcode.Index, postcode.Length).Trim(' ', '(', ')', ',', '-') : line;
            var place = Find(name, postcode.Success ? postcode.Value : null);
            if (place?.Nis is null)
            {
                Add(OfferFormField.Places, OfferFaultKind.UnknownPlace, line);
                continue;
            }

            if (name.Length > 0 && postcode.Success && Find(name, null)?.Nis is { } named && named != place.Nis)
            {
                Add(OfferFormField.Places, OfferFaultKind.UnsurePlace, $"{line} → {place.Municipality}");
            }

            if (!places.Exists(p => p.Nis == place.Nis && p.Postcode == place.Postcode))
            {
                places.Add(place);
            }
        }

        return places;
    }

    private OfferPlace? Find(string name, string? postcode) =>
        tables.Places.Of(new RawOffer { Localities = name.Length > 0 ? [name] : [], Postcodes = postcode is null ? [] : [postcode] })
            is [var place, ..]
            ? place
            : null;

    private decimal? Hours(OfferForm form)
    {
        if (form.Hours.Length == 0)
        {
            return null;
        }

        if (TryNumber(form.Hours, out var hours) && hours is > 0 and <= MostHours)
        {
            return hours;
        }

        Add(OfferFormField.Hours, OfferFaultKind.Unreadable, form.Hours);
        return null;
    }

    private int? Posts(OfferForm form)
    {
        if (form.Posts.Length == 0)
        {
            return null;
        }

        if (int.TryParse(form.Posts, NumberStyles.None, CultureInfo.InvariantCulture, out var posts) && posts is > 0 and <= MostPosts)
        {
            return posts;
        }

        Add(OfferFormField.Posts, OfferFaultKind.Unreadable, form.Posts);
        return null;
    }

    private OfferPay? Pay(OfferForm form)
    {
        var (low, high) = (Amount(form.PayLow, OfferFormField.PayLow), Amount(form.PayHigh, OfferFormField.PayHigh));
        if (form.PayLow.Length + form.PayHigh.Length == 0)
        {
            if (form.PayScale.Length == 0)
            {
                Add(OfferFormField.PayLow, OfferFaultKind.NoPay);
            }

            return null;
        }

        var period = One<OfferPayPeriod>(form.PayPeriod, OfferFormField.PayPeriod, isAsked: true);
        var (from, to) = (low ?? high, high ?? low);
        if (from is not { } least || to is not { } most || period is not { } unit)
        {
            return null;
        }

        if (least > most)
        {
            Add(OfferFormField.PayHigh, OfferFaultKind.ReversedPay);
            return null;
        }

        if (most > WidestRange * least)
        {
            Add(OfferFormField.PayHigh, OfferFaultKind.WidePay);
        }

        var month = least * PerMonth(unit, HoursOfFullTime);
        if (month < LeastMonth || most * PerMonth(unit, HoursOfFullTime) > MostMonth)
        {
            Add(OfferFormField.PayPeriod, OfferFaultKind.OddPay);
        }

        return new OfferPay((long)least, (long)most, "EUR", unit);
    }

    /// <summary>How often a period lies in a month.</summary>
    private static decimal PerMonth(OfferPayPeriod period, decimal hours) =>
        period switch
        {
            OfferPayPeriod.Hour => hours * 52 / 12,
            OfferPayPeriod.Day => 5m * 52 / 12,
            OfferPayPeriod.Week => 52m / 12,
            OfferPayPeriod.Year => 1m / 12,
            _ => 1m,
        };

    /// <summary>Held against the minimum wage as guides are: a warning, since it is an average over the year with bonuses.</summary>
    private void CompareWithMinimum(OfferPay pay, WorkRegime? regime, decimal? hours)
    {
        if (floor is null)
        {
            return;
        }

        if (pay.Period == OfferPayPeriod.Hour)
        {
            if (pay.LowCents < floor.HourlyCents)
            {
                Add(OfferFormField.PayLow, OfferFaultKind.BelowMinimumWage, Money(floor.HourlyCents));
            }

            return;
        }

        // Part of a full time that nobody knows cannot be compared.
        var share = regime == WorkRegime.PartTime ? hours / HoursOfFullTime : 1m;
        var least = share * floor.MonthlyCents / PerMonth(pay.Period, HoursOfFullTime);
        if (least is { } amount && pay.LowCents < amount)
        {
            Add(OfferFormField.PayLow, OfferFaultKind.BelowMinimumWage, Money((long)Math.Ceiling(amount)));
        }
    }

    private static string Money(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') + " €";

    private decimal? Amount(string typed, OfferFormField field)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        if (TryNumber(typed, out var amount) && amount is > 0 and < 1_000_000)
        {
            return decimal.Round(amount * 100);
        }

        Add(field, OfferFaultKind.Unreadable, typed);
        return null;
    }

    /// <summary>A number as people write it: « 2 500,50 », « 2.500 € », « 2500.5 ».</summary>
    private static bool TryNumber(string typed, out decimal number)
    {
        var plain = new string([.. typed.Where(c => !char.IsWhiteSpace(c) && c is not ('€' or '\'' or '’'))]);
        plain = Thousands().IsMatch(plain) ? plain.Replace(".", "", StringComparison.Ordinal) : plain;
        return decimal.TryParse(plain.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private DateOnly LastDay(OfferForm form)
    {
        if (form.LastDay.Length == 0)
        {
            return UsualLastDay(today);
        }

        var (day, fault) = ReadLastDay(form.LastDay, today);
        if (fault is { } kind)
        {
            Add(OfferFormField.LastDay, kind, form.LastDay);
        }

        return day ?? UsualLastDay(today);
    }

    /// <summary>A last day as it was typed, and what is wrong with it.</summary>
    internal static (DateOnly? Day, OfferFaultKind? Fault) ReadLastDay(string typed, DateOnly today) =>
        !OfferReader.TryDate(typed, out var day) || day is not { } last ? (null, OfferFaultKind.Unreadable)
        : last < today ? (null, OfferFaultKind.Past)
        : last > today.AddMonths(OfferEntry.MostMonths) ? (null, OfferFaultKind.TooFar)
        : (last, null);

    private void Title(OfferForm form)
    {
        if (!Asked(form.Title, OfferFormField.Title))
        {
            return;
        }

        if (gender.MendOf(form.Title) is { } mend)
        {
            Add(OfferFormField.Title, OfferFaultKind.OneGender, mend);
        }

        var letters = form.Title.Where(char.IsLetter).ToList();
        if (letters.Count >= FewestLetters && letters.Count(char.IsUpper) > letters.Count * 0.7)
        {
            Add(OfferFormField.Title, OfferFaultKind.Capitals);
        }
    }

    private void Wording(OfferForm form)
    {
        OfferFormField[] read = [OfferFormField.Title, OfferFormField.Missions, OfferFormField.Profile, OfferFormField.Offered];
        foreach (var field in read)
        {
            var text = form.Text(field);
            foreach (var (kind, phrase) in OfferPhrases.In(text))
            {
                Add(field, kind, phrase);
            }

            if (Link().Match(text) is { Success: true } link)
            {
                Add(field, field == OfferFormField.Title ? OfferFaultKind.LinkInTitle : OfferFaultKind.LinkInText, Short(link.Value));
            }

            if (Phone().Match(text) is { Success: true } phone)
            {
                Add(field, OfferFaultKind.PhoneInText, Short(phone.Value.Trim()));
            }

            if (Tag().Match(text) is { Success: true } tag)
            {
                Add(field, OfferFaultKind.Markup, Short(tag.Value));
            }
        }
    }

    private void WaysToApply(OfferForm form)
    {
        if (form.ApplyUrl.Length + form.ApplyEmail.Length + form.ApplyAddress.Length == 0)
        {
            Add(OfferFormField.ApplyUrl, OfferFaultKind.NoWayToApply);
            return;
        }

        if (form.ApplyUrl.Length > 0 && !IsSecure(form.ApplyUrl))
        {
            Add(OfferFormField.ApplyUrl, OfferFaultKind.NotSecure, Short(form.ApplyUrl));
        }

        if (form.ApplyEmail.Length > 0 && EmailText.ReadPublic(form.ApplyEmail) is null)
        {
            Add(OfferFormField.ApplyEmail, OfferFaultKind.NotAnEmail, Short(form.ApplyEmail));
        }
    }

    /// <summary>Whether a page may lead there: an address of the web that nobody can listen in on.</summary>
    public static bool IsSecure(string address) => WebAddress.Is(address) && address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;

    [GeneratedRegex(@"(?<!\d)[1-9]\d{3}(?!\d)")]
    private static partial Regex Postcode();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"https?://\S+|(?<![\p{L}@.])www\.\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    // Numbers of enterprises are written with the same digits: 0123.456.789.
    [GeneratedRegex(@"(?<![\d/])(?!\d{4}\.\d{3}\.\d{3})(?:\+\d{2}|00\d{2}|0)(?:[ ./-]?\d){8,10}(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"<\s*/?\s*[a-zA-Z][^<>]{0,200}>")]
    private static partial Regex Tag();
}
