using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Wages;

namespace CareerPortal.Exchange;

/// <summary>
/// Finds what is wrong in a set of exchange files before anything is stored: in the directories, between the files, and by
/// <see cref="GuideRules"/> in each guide.
/// </summary>
public sealed class ExchangeChecks
{
    /// <summary>Before it nothing is that the directories tell of, and after it nobody knows.</summary>
    private const int FirstYear = 1800;
    private const int LastYear = 2100;

    private const long MostMonthlyCents = 10_000_000;
    private const long MostHourlyCents = 1_000_000;

    private readonly List<ExchangeFault> _faults = [];
    private readonly ExchangeSet _set;
    private readonly HashSet<string> _occupations;
    private readonly HashSet<string> _sources;
    private readonly HashSet<string> _qualities;
    private readonly Lazy<ItemBank> _bank = new(ItemBank.Load);
    private readonly KnownCodes _known;
    private string _file = "";

    private ExchangeChecks(ExchangeSet set, QualityCatalogue qualities)
    {
        _set = set;
        _qualities = [.. qualities.Qualities.Select(q => q.Id)];
        _occupations = Codes("occupations.json", set.Occupations, o => o.Code);
        var centres = Codes("training-centres.json", set.TrainingCentres, c => c.Code);
        var zones = Codes("job-zones.json", set.JobZones, z => z.Code);
        var platforms = Codes("platforms.json", set.Platforms, p => p.Code);
        Codes("guidance-services.json", set.GuidanceServices, s => s.Code);
        _sources = Codes("sources.json", set.Sources, s => s.Code);
        _known = new KnownCodes(
            new Dictionary<GuideReferenceKind, IReadOnlySet<string>>
            {
                [GuideReferenceKind.Quality] = _qualities,
                [GuideReferenceKind.Prerequisite] = qualities.Prerequisites.Select(p => p.Id).ToHashSet(StringComparer.Ordinal),
                [GuideReferenceKind.Occupation] = _occupations,
                [GuideReferenceKind.Source] = _sources,
                [GuideReferenceKind.Centre] = centres,
                [GuideReferenceKind.Zone] = zones,
                [GuideReferenceKind.Platform] = platforms,
            },
            hasMinimumWage: set.WageFloors.Count > 0
        );
    }

    public static IReadOnlyList<ExchangeFault> Check(ExchangeSet set, QualityCatalogue qualities)
    {
        var checks = new ExchangeChecks(set, qualities);
        checks.CheckOccupations();
        checks.CheckDirectories();
        checks.CheckSearchMeanings();
        var addresses = new List<(string File, string Language, string Occupation, string Slug)>();
        foreach (var (name, guide) in set.Guides)
        {
            checks._file = name;
            checks.CheckGuide(guide);
            addresses.Add((name, guide.Language, guide.Occupation, guide.Slug));
        }

        checks.CheckNoGuideTwice(addresses);

        return checks._faults;
    }

    /// <summary>What whoever wrote the guides might look at again, and that keeps nothing from being stored; asked of a set without faults.</summary>
    public static IReadOnlyList<ExchangeFault> Warnings(ExchangeSet set, QualityCatalogue qualities, DateOnly today)
    {
        var checks = new ExchangeChecks(set, qualities);
        var studies = set.Occupations.ToDictionary(o => o.Code, o => o.Studies, StringComparer.Ordinal);
        var floor = set.WageFloors.Where(f => f.From <= today).OrderBy(f => f.From).LastOrDefault();
        var known = checks._known with
        {
            Today = today,
            Floor = floor is null
                ? null
                : new WageFloor
                {
                    From = floor.From,
                    MonthlyCents = floor.MonthlyCents,
                    HourlyCents = floor.HourlyCents,
                    Source = floor.Source,
                },
        };
        return
        [
            .. set.Guides.SelectMany(file =>
                GuideWarnings
                    .Of(file.Value.ToDocument(), file.Value.Language, known with { Studies = studies[file.Value.Occupation] })
                    .Select(f => ExchangeFault.Of(file.Key, f))
            ),
        ];
    }

    private HashSet<string> Codes<T>(string file, IReadOnlyList<T> entries, Func<T, string> code)
    {
        _file = file;
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!Slug.TryParse(code(entry), out _))
            {
                Fault("code", FaultKind.InvalidCode, code(entry));
            }

            if (!codes.Add(code(entry)))
            {
                Fault("code", FaultKind.DuplicateCode, code(entry));
            }
        }

        return codes;
    }

    private void CheckOccupations()
    {
        _file = "occupations.json";
        foreach (var occupation in _set.Occupations)
        {
            var place = occupation.Code;
            Length($"{place}.romeCode", occupation.RomeCode, Occupation.ClassificationCodeMaxLength);
            Length($"{place}.iscoCode", occupation.IscoCode, Occupation.ClassificationCodeMaxLength);
            CheckTexts($"{place}.titles", occupation.Titles);
            if (!occupation.Titles.ContainsKey(Languages.Default))
            {
                Fault($"{place}.titles.{Languages.Default}", FaultKind.EmptySection);
            }

            foreach (var (language, title) in occupation.Titles)
            {
                if (!Languages.Knows(language))
                {
                    Fault($"{place}.titles", FaultKind.UnknownLanguage, language);
                }

                Length($"{place}.titles.{language}", title.Masculine, OccupationTitle.MaxLength);
                Length($"{place}.titles.{language}", title.Feminine, OccupationTitle.MaxLength);
            }

            if (occupation.Interests is { } interests)
            {
                Length($"{place}.interests.onetCode", interests.OnetCode, Occupation.ClassificationCodeMaxLength);
                if (interests.InOrder().Any(i => i is < OccupationInterests.Least or > OccupationInterests.Greatest))
                {
                    Fault($"{place}.interests", FaultKind.OutOfRange);
                }
            }

            foreach (var (member, kind, value) in RequirementRules.Faults(occupation.Requirements, _qualities, _bank))
            {
                Fault($"{place}.requirements{member}", kind, value);
            }
        }
    }

    private void CheckDirectories()
    {
        _file = "training-centres.json";
        foreach (var centre in _set.TrainingCentres)
        {
            CheckTexts(centre.Code, centre);
            Length($"{centre.Code}.name", centre.Name, TrainingCentre.NameMaxLength);
            Postcode($"{centre.Code}.postcode", centre.Postcode);
            Length($"{centre.Code}.locality", centre.Locality, TrainingCentre.LocalityMaxLength);
            Point(centre.Code, centre.Latitude, centre.Longitude);
            Address($"{centre.Code}.website", centre.Website, TrainingCentre.WebsiteMaxLength);
        }

        _file = "job-zones.json";
        foreach (var zone in _set.JobZones)
        {
            CheckTexts(zone.Code, zone);
            Point(zone.Code, zone.Latitude, zone.Longitude);
            if (zone.OtherPoint is { } other)
            {
                Point($"{zone.Code}.otherPoint", other.Latitude, other.Longitude);
            }
        }

        _file = "platforms.json";
        foreach (var platform in _set.Platforms)
        {
            CheckTexts(platform.Code, platform);
            Length($"{platform.Code}.name", platform.Name, TrainingCentre.NameMaxLength);
            Address($"{platform.Code}.website", platform.Website, TrainingCentre.WebsiteMaxLength);
            Known($"{platform.Code}.source", platform.Source, _sources);
            Day($"{platform.Code}.asOf", platform.AsOf);
        }

        CheckGuidance();
        _file = "sources.json";
        foreach (var source in _set.Sources)
        {
            CheckTexts(source.Code, source);
            Length($"{source.Code}.title", source.Title, Source.TitleMaxLength);
            Length($"{source.Code}.publisher", source.Publisher, Source.PublisherMaxLength);
            Length($"{source.Code}.reference", source.Reference, Source.ReferenceMaxLength);
            Address($"{source.Code}.url", source.Url, Source.UrlMaxLength);
            Day($"{source.Code}.publishedOn", source.PublishedOn);
            Day($"{source.Code}.consultedOn", source.ConsultedOn);
            CheckCitation(source);
        }

        _file = "wage-floors.json";
        foreach (var floor in _set.WageFloors)
        {
            var place = $"{floor.From:yyyy-MM-dd}";
            Known($"{place}.source", floor.Source, _sources);
            Day($"{place}.from", floor.From);
            Cents($"{place}.monthlyCents", floor.MonthlyCents, MostMonthlyCents);
            Cents($"{place}.hourlyCents", floor.HourlyCents, MostHourlyCents);
        }

        foreach (var twice in _set.WageFloors.CountBy(f => f.From).Where(f => f.Value > 1))
        {
            Fault("from", FaultKind.DuplicateCode, $"{twice.Key:yyyy-MM-dd}");
        }

        CheckExchangeRates();
    }

    private void CheckExchangeRates()
    {
        _file = "exchange-rates.json";
        foreach (var rate in _set.ExchangeRates)
        {
            var place = $"{rate.Currency}.{rate.On:yyyy-MM-dd}";
            Known($"{place}.source", rate.Source, _sources);
            Day($"{place}.on", rate.On);
            if (rate.Currency.Length != ExchangeRate.CurrencyLength || !rate.Currency.All(char.IsAsciiLetterUpper) || rate.Currency == "EUR")
            {
                Fault($"{place}.currency", FaultKind.InvalidCode, rate.Currency);
            }

            if (rate.UnitsPerEuro is < 0.0001m or > 1_000_000)
            {
                Fault($"{place}.unitsPerEuro", FaultKind.OutOfRange);
            }
        }

        foreach (var twice in _set.ExchangeRates.CountBy(r => (r.Currency, r.On)).Where(r => r.Value > 1))
        {
            Fault("on", FaultKind.DuplicateCode, $"{twice.Key.Currency} {twice.Key.On:yyyy-MM-dd}");
        }
    }

    /// <summary>A law is found by its name and number, not on the home page of a gazette; what only the initiator says is marked.</summary>
    private void CheckCitation(SourceEntry source)
    {
        if (
            source.Kind is SourceKind.Law or SourceKind.CollectiveAgreement
            && Uri.TryCreate(source.Url, UriKind.Absolute, out var address)
            && address.PathAndQuery == "/"
        )
        {
            Fault($"{source.Code}.url", FaultKind.HomePageForALaw, source.Url);
        }

        if (source is { Kind: SourceKind.InitiatorDocument, ToVerify: false })
        {
            Fault($"{source.Code}.toVerify", FaultKind.UnmarkedDocument);
        }
    }

    private void CheckSearchMeanings()
    {
        Codes("search-meanings.json", _set.SearchMeanings, m => m.Code);
        foreach (var meaning in _set.SearchMeanings)
        {
            CheckTexts(meaning.Code, meaning);
            if (!Languages.Knows(meaning.Language))
            {
                Fault($"{meaning.Code}.language", FaultKind.UnknownLanguage, meaning.Language);
            }

            Filled($"{meaning.Code}.said", meaning.Said);
            foreach (var code in (meaning.Contexts ?? []).Concat(meaning.Interests ?? []))
            {
                Length($"{meaning.Code}.contexts", code, CatalogueTerm.CodeMaxLength);
            }
        }
    }

    /// <summary>Nothing is called confirmed that the file does not say.</summary>
    private void CheckGuidance()
    {
        _file = "guidance-services.json";
        foreach (var service in _set.GuidanceServices)
        {
            CheckTexts(service.Code, service);
            Address($"{service.Code}.website", service.Website, TrainingCentre.WebsiteMaxLength);
            Length($"{service.Code}.phone", service.Phone, GuidanceService.PhoneMaxLength);
            if (service.AsOfYear is < FirstYear or > LastYear)
            {
                Fault($"{service.Code}.asOfYear", FaultKind.OutOfRange, $"{service.AsOfYear}");
            }

            if (service.PhoneConfirmed && service.Phone is null)
            {
                Fault($"{service.Code}.phone", FaultKind.EmptyText);
            }

            foreach (var (index, office) in service.Offices.Index())
            {
                var place = $"{service.Code}.offices[{index}]";
                Length($"{place}.locality", office.Locality, TrainingCentre.LocalityMaxLength);
                Length($"{place}.street", office.Street, GuidanceService.StreetMaxLength);
                Postcode($"{place}.postcode", office.Postcode);
                Length($"{place}.phone", office.Phone, GuidanceService.PhoneMaxLength);
                if (office.Confirmed && office.Street is null)
                {
                    Fault($"{place}.street", FaultKind.EmptyText);
                }

                if (office.PhoneConfirmed && office.Phone is null)
                {
                    Fault($"{place}.phone", FaultKind.EmptyText);
                }
            }
        }
    }

    /// <summary>An occupation has one guide a language, and an address in a language belongs to one guide.</summary>
    private void CheckNoGuideTwice(List<(string File, string Language, string Occupation, string Slug)> guides)
    {
        NoneTwice("occupation", g => g.Occupation);
        NoneTwice("slug", g => g.Slug);

        void NoneTwice(string place, Func<(string File, string Language, string Occupation, string Slug), string> value)
        {
            foreach (var guide in guides.GroupBy(g => (g.Language, value(g))).SelectMany(same => same.Skip(1)))
            {
                _file = guide.File;
                Fault(place, FaultKind.DuplicateCode, value(guide));
            }
        }
    }

    private void CheckGuide(GuideFile guide)
    {
        if (guide.Format != GuideFile.CurrentFormat)
        {
            Fault("format", FaultKind.UnknownFormat, $"{guide.Format}");
        }

        if (!Languages.Knows(guide.Language))
        {
            Fault("language", FaultKind.UnknownLanguage, guide.Language);
        }

        if (!Slug.TryParse(guide.Slug, out _))
        {
            Fault("slug", FaultKind.InvalidCode, guide.Slug);
        }

        Known("occupation", guide.Occupation, _occupations);
        _faults.AddRange(GuideRules.Errors(guide.ToDocument(), guide.Language, _known).Select(f => ExchangeFault.Of(_file, f)));
    }

    /// <summary>Every text is plain and says something.</summary>
    private void CheckTexts<T>(string root, T value) =>
        _faults.AddRange(
            PlainTexts
                .In(root, value)
                .Select(t => PlainTexts.FaultOf(t.Path, t.Text, isFilled: _ => false))
                .OfType<GuideFault>()
                .Select(f => ExchangeFault.Of(_file, f))
        );

    private void Length(string place, string? text, int most)
    {
        if (text?.Length > most)
        {
            Fault(place, FaultKind.TooLong, $"{text.Length} > {most}");
        }
    }

    private void Address(string place, string? text, int most)
    {
        Length(place, text, most);
        if (!string.IsNullOrWhiteSpace(text) && !WebAddress.Is(text))
        {
            Fault(place, FaultKind.NotAWebAddress, text);
        }
    }

    /// <summary>An empty one is told among the texts.</summary>
    private void Postcode(string place, string? text)
    {
        Length(place, text, TrainingCentre.PostcodeMaxLength);
        if (text is { Length: > 0 and <= TrainingCentre.PostcodeMaxLength } && !PlaceRules.IsPostcode(text))
        {
            Fault(place, FaultKind.NotAPostcode, text);
        }
    }

    private void Point(string place, double latitude, double longitude)
    {
        if (!PlaceRules.IsLatitude(latitude))
        {
            Fault($"{place}.latitude", FaultKind.OutsideBelgium, string.Create(CultureInfo.InvariantCulture, $"{latitude}"));
        }

        if (!PlaceRules.IsLongitude(longitude))
        {
            Fault($"{place}.longitude", FaultKind.OutsideBelgium, string.Create(CultureInfo.InvariantCulture, $"{longitude}"));
        }
    }

    private void Day(string place, DateOnly? day)
    {
        if (day is { Year: < FirstYear or > LastYear })
        {
            Fault(place, FaultKind.OutOfRange, $"{day:yyyy-MM-dd}");
        }
    }

    private void Cents(string place, long cents, long most)
    {
        if (cents <= 0 || cents > most)
        {
            Fault(place, FaultKind.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"{cents / 100m:0.00}"));
        }
    }

    private void Filled<T>(string place, IReadOnlyList<T> section)
    {
        if (section.Count == 0)
        {
            Fault(place, FaultKind.EmptySection);
        }
    }

    private void Known(string place, string code, HashSet<string> known)
    {
        if (!known.Contains(code))
        {
            Fault(place, FaultKind.UnknownCode, code);
        }
    }

    private void Fault(string place, FaultKind kind, string? value = null) => _faults.Add(new ExchangeFault(_file, place, kind, value));
}
