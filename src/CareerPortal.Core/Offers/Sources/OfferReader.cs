using System.Globalization;

namespace CareerPortal.Offers.Sources;

/// <summary>Turns a source's record into an offer: codes before labels, every label kept, what no table knows counted, what harms refused.</summary>
public sealed class OfferReader(OfferTables tables, UnknownLabels unknown, FieldNames names, DateOnly today)
{
    private const int MostPosts = 10_000;

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd",
        "dd/MM/yyyy",
        "d/M/yyyy",
        "dd-MM-yyyy",
        "dd.MM.yyyy",
        "yyyy/MM/dd",
        "dd/MM/yyyy HH:mm",
        "dd/MM/yyyy HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
    ];

    private static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>The offer, or null with the reason why there is none.</summary>
    public SourceOffer? Read(RawOffer raw, out string? reason)
    {
        reason = null;
        var id = OfferText.Line(raw.Id ?? "", JobOffer.ExternalIdMaxLength + 1);
        if (id.Length is 0 or > JobOffer.ExternalIdMaxLength)
        {
            reason = id.Length == 0 ? "it has no identifier" : "its identifier is too long";
            return null;
        }

        var title = OfferText.PlainLine(raw.Title ?? "", OfferFacts.TitleMaxLength);
        if (title.Length == 0)
        {
            reason = "it has no title";
            return null;
        }

        var url = raw.Url?.Trim();
        if (url is { Length: > 0 } && (url.Length > OfferFacts.UrlMaxLength || !WebAddress.Is(url)))
        {
            reason = "its address is none of the web (http or https, at most 1000 characters)";
            return null;
        }

        if (!TryDate(raw.Published, out var published) || published < First || published > today.AddYears(1))
        {
            reason = $"its day of publication is none: {OfferText.Line(raw.Published!, 40)}";
            return null;
        }

        if (!TryDate(raw.Expires, out var expires))
        {
            reason = $"its last day is none: {OfferText.Line(raw.Expires!, 40)}";
            return null;
        }

        // Sources say « never » by a year that nobody will see.
        expires = expires > today.AddYears(5) ? null : expires;
        if (expires < published)
        {
            reason = "its last day lies before its first";
            return null;
        }

        var contract = One(raw.Contract, names.Contract, OfferWords.Contract);
        var employer = Optional(raw.Employer, OfferFacts.EmployerMaxLength);
        employer = employer is null || OfferWords.IsNoEmployer(employer) ? null : employer;
        var regime = One(raw.Regime, names.Regime, OfferWords.Regime);
        var experience = One(raw.Experience, names.Experience, OfferWords.Experience);
        var facts = new OfferFacts
        {
            Title = title,
            Employer = employer,
            EmployerKind = OfferWords.KindOf(employer, contract.Value),
            Reference = Optional(raw.Reference, JobOffer.ReferenceMaxLength),
            Board = Optional(raw.Board, OfferFacts.LabelMaxLength),
            Places = Places(raw),
            Contract = contract.Value,
            ContractLabel = contract.Label,
            Regime = regime.Value,
            RegimeLabel = regime.Label,
            Posts =
                int.TryParse(raw.Posts, NumberStyles.None, CultureInfo.InvariantCulture, out var posts) && posts is > 0 and <= MostPosts
                    ? posts
                    : null,
            Studies = Coded(raw.Studies, raw.StudyCodes, names.Studies, OfferWords.StudyCode, OfferWords.Study),
            Languages = Coded(raw.Languages, raw.LanguageCodes, names.Languages, OfferWords.LanguageCode, OfferWords.Language),
            Experience = experience.Value,
            ExperienceLabel = experience.Label,
            Licences = Licences(raw.Licences),
            Sectors = Coded(raw.Sectors, raw.SectorCodes, names.Sectors, tables.SectorCode, tables.Sector),
            Pay = raw.Pay,
            Telework = raw.Telework is { Length: > 0 } telework ? OfferWords.Telework(telework) : null,
            JobLabel = Optional(raw.JobLabel, OfferFacts.LabelMaxLength),
            JobCode = Optional(raw.JobCode, OfferFacts.LabelMaxLength),
            Url = url is { Length: > 0 } ? url : null,
            Text = raw.Text is null || OfferText.Plain(raw.Text, OfferFacts.TextMaxLength) is not { Length: > 0 } text ? null : text,
            Published = published ?? today,
            Expires = expires,
        };
        return new SourceOffer(id, facts, IsDated: published is not null);
    }

    /// <summary>A day in one of the forms that sources write; an empty one is none and no fault.</summary>
    internal static bool TryDate(string? text, out DateOnly? day)
    {
        day = null;
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            return true;
        }

        var culture = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(trimmed, DateForms, culture, DateTimeStyles.None, out var exact))
        {
            day = DateOnly.FromDateTime(exact);
            return true;
        }

        // With an hour, and perhaps a zone: the day is the one that the source writes.
        if (trimmed.Length > 10 && DateTimeOffset.TryParse(trimmed, culture, DateTimeStyles.AllowWhiteSpaces, out var moment))
        {
            day = DateOnly.FromDateTime(moment.DateTime);
            return true;
        }

        return false;
    }

    private IReadOnlyList<OfferPlace> Places(RawOffer raw)
    {
        var places = tables.Places.Of(raw);
        foreach (var place in places.Where(p => p is { Region: null, Label.Length: > 0 }))
        {
            unknown.Add(names.Places, place.Label);
        }

        return places;
    }

    private (T? Value, string? Label) One<T>(string? given, string field, Func<string, T?> read)
        where T : struct
    {
        if (Optional(given, OfferFacts.LabelMaxLength) is not { } label)
        {
            return (null, null);
        }

        var value = read(label);
        if (value is null)
        {
            unknown.Add(field, label);
        }

        return (value, label);
    }

    /// <summary>Codes where they are, beside their labels where there are as many; what has neither a code nor a known label is counted.</summary>
    private List<LabelledCode> Coded(
        IReadOnlyList<string> labels,
        IReadOnlyList<string> codes,
        string field,
        Func<string, string?> codeOf,
        Func<string, string?> find
    )
    {
        var found = new List<LabelledCode>();
        var isParallel = labels.Count == codes.Count;
        var count = Math.Min(Math.Max(labels.Count, codes.Count), OfferFacts.MostValues);
        for (var at = 0; at < count; at++)
        {
            var code = at < codes.Count && (isParallel || labels.Count == 0) ? codeOf(codes[at]) : null;
            var label = at < labels.Count ? OfferText.PlainLine(labels[at], OfferFacts.LabelMaxLength) : "";
            label = label.Length > 0 ? label : OfferText.Line(codes.ElementAtOrDefault(at) ?? "", OfferFacts.LabelMaxLength);
            if (label.Length == 0)
            {
                continue;
            }

            code ??= find(label);
            if (code is null)
            {
                unknown.Add(field, label);
            }

            if (!found.Exists(f => f.Code == code && (code is not null || f.Label == label)))
            {
                found.Add(new LabelledCode(code, label));
            }
        }

        return found;
    }

    private List<LabelledCode> Licences(IReadOnlyList<string> labels)
    {
        var found = new List<LabelledCode>();
        foreach (var given in labels.Take(OfferFacts.MostValues))
        {
            if (Optional(given, OfferFacts.LabelMaxLength) is not { } label)
            {
                continue;
            }

            var codes = OfferWords.Licences(label);
            if (codes.Count == 0)
            {
                unknown.Add(names.Licences, label);
                found.Add(new LabelledCode(null, label));
            }

            found.AddRange(codes.Where(c => !found.Exists(f => f.Code == c)).Select(c => new LabelledCode(c, label)));
        }

        return found;
    }

    private static string? Optional(string? text, int most) =>
        text is null || OfferText.PlainLine(text, most) is not { Length: > 0 } line ? null : line;
}
