using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Wages;

namespace CareerPortal.Exchange;

/// <summary>
/// Finds what is wrong in a set of exchange files before anything is stored: codes that lead nowhere, empty sections, facts without a source.
/// </summary>
public sealed class ExchangeChecks
{
    private readonly List<ExchangeFault> _faults = [];
    private readonly ExchangeSet _set;
    private readonly HashSet<string> _occupations;
    private readonly HashSet<string> _centres;
    private readonly HashSet<string> _zones;
    private readonly HashSet<string> _platforms;
    private readonly HashSet<string> _sources;
    private readonly HashSet<string> _qualities;
    private readonly HashSet<string> _prerequisites;
    private string _file = "";

    private ExchangeChecks(ExchangeSet set, QualityCatalogue qualities)
    {
        _set = set;
        _qualities = [.. qualities.Qualities.Select(q => q.Id)];
        _prerequisites = [.. qualities.Prerequisites.Select(p => p.Id)];
        _occupations = Codes("occupations.json", set.Occupations, o => o.Code);
        _centres = Codes("training-centres.json", set.TrainingCentres, c => c.Code);
        _zones = Codes("job-zones.json", set.JobZones, z => z.Code);
        _platforms = Codes("platforms.json", set.Platforms, p => p.Code);
        Codes("guidance-services.json", set.GuidanceServices, s => s.Code);
        _sources = Codes("sources.json", set.Sources, s => s.Code);
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

    private HashSet<string> Codes<T>(string file, IReadOnlyList<T> entries, Func<T, string> code)
    {
        _file = file;
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!Slug.TryParse(code(entry), out _))
            {
                Fault("code", ExchangeFaultKind.InvalidCode, code(entry));
            }

            if (!codes.Add(code(entry)))
            {
                Fault("code", ExchangeFaultKind.DuplicateCode, code(entry));
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
                Fault($"{place}.titles.{Languages.Default}", ExchangeFaultKind.EmptySection);
            }

            foreach (var (language, title) in occupation.Titles)
            {
                if (!Languages.Knows(language))
                {
                    Fault($"{place}.titles", ExchangeFaultKind.UnknownLanguage, language);
                }

                Length($"{place}.titles.{language}", title.Masculine, OccupationTitle.MaxLength);
                Length($"{place}.titles.{language}", title.Feminine, OccupationTitle.MaxLength);
            }

            if (occupation.Interests is { } interests)
            {
                Length($"{place}.interests.onetCode", interests.OnetCode, Occupation.ClassificationCodeMaxLength);
                if (interests.InOrder().Any(i => i is < OccupationInterests.Least or > OccupationInterests.Greatest))
                {
                    Fault($"{place}.interests", ExchangeFaultKind.OutOfRange);
                }
            }

            Filled($"{place}.requirements", occupation.Requirements);
            foreach (var requirement in occupation.Requirements)
            {
                Known($"{place}.requirements", requirement.Quality, _qualities);
                Step($"{place}.requirements.{requirement.Quality}.importance", requirement.Importance);
                Step($"{place}.requirements.{requirement.Quality}.level", requirement.Level);
                if (requirement.Surplus is < 0 or > 1)
                {
                    Fault($"{place}.requirements.{requirement.Quality}.surplus", ExchangeFaultKind.OutOfRange);
                }
            }

            foreach (var twice in occupation.Requirements.GroupBy(r => r.Quality).Where(g => g.Count() > 1))
            {
                Fault($"{place}.requirements", ExchangeFaultKind.DuplicateCode, twice.Key);
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
            Length($"{centre.Code}.postcode", centre.Postcode, TrainingCentre.PostcodeMaxLength);
            Length($"{centre.Code}.locality", centre.Locality, TrainingCentre.LocalityMaxLength);
            Address($"{centre.Code}.website", centre.Website, TrainingCentre.WebsiteMaxLength);
        }

        _file = "job-zones.json";
        foreach (var zone in _set.JobZones)
        {
            CheckTexts(zone.Code, zone);
        }

        _file = "platforms.json";
        foreach (var platform in _set.Platforms)
        {
            CheckTexts(platform.Code, platform);
            Length($"{platform.Code}.name", platform.Name, TrainingCentre.NameMaxLength);
            Address($"{platform.Code}.website", platform.Website, TrainingCentre.WebsiteMaxLength);
            Known($"{platform.Code}.source", platform.Source, _sources);
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
            CheckCitation(source);
        }

        _file = "wage-floors.json";
        foreach (var floor in _set.WageFloors)
        {
            Known($"{floor.From:yyyy-MM-dd}.source", floor.Source, _sources);
            if (floor.MonthlyCents <= 0 || floor.HourlyCents <= 0)
            {
                Fault($"{floor.From:yyyy-MM-dd}", ExchangeFaultKind.OutOfRange);
            }
        }

        foreach (var twice in _set.WageFloors.CountBy(f => f.From).Where(f => f.Value > 1))
        {
            Fault("from", ExchangeFaultKind.DuplicateCode, $"{twice.Key:yyyy-MM-dd}");
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
            if (rate.Currency.Length != ExchangeRate.CurrencyLength || !rate.Currency.All(char.IsAsciiLetterUpper) || rate.Currency == "EUR")
            {
                Fault($"{place}.currency", ExchangeFaultKind.InvalidCode, rate.Currency);
            }

            if (rate.UnitsPerEuro is < 0.0001m or > 1_000_000)
            {
                Fault($"{place}.unitsPerEuro", ExchangeFaultKind.OutOfRange);
            }
        }

        foreach (var twice in _set.ExchangeRates.CountBy(r => (r.Currency, r.On)).Where(r => r.Value > 1))
        {
            Fault("on", ExchangeFaultKind.DuplicateCode, $"{twice.Key.Currency} {twice.Key.On:yyyy-MM-dd}");
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
            Fault($"{source.Code}.url", ExchangeFaultKind.HomePageForALaw, source.Url);
        }

        if (source is { Kind: SourceKind.InitiatorDocument, ToVerify: false })
        {
            Fault($"{source.Code}.toVerify", ExchangeFaultKind.UnmarkedDocument);
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
                Fault($"{meaning.Code}.language", ExchangeFaultKind.UnknownLanguage, meaning.Language);
            }

            Filled($"{meaning.Code}.said", meaning.Said);
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
            if (service.PhoneConfirmed && service.Phone is null)
            {
                Fault($"{service.Code}.phone", ExchangeFaultKind.EmptyText);
            }

            foreach (var (index, office) in service.Offices.Index())
            {
                var place = $"{service.Code}.offices[{index}]";
                Length($"{place}.locality", office.Locality, TrainingCentre.LocalityMaxLength);
                Length($"{place}.street", office.Street, GuidanceService.StreetMaxLength);
                Length($"{place}.postcode", office.Postcode, TrainingCentre.PostcodeMaxLength);
                Length($"{place}.phone", office.Phone, GuidanceService.PhoneMaxLength);
                if (office.Confirmed && office.Street is null)
                {
                    Fault($"{place}.street", ExchangeFaultKind.EmptyText);
                }

                if (office.PhoneConfirmed && office.Phone is null)
                {
                    Fault($"{place}.phone", ExchangeFaultKind.EmptyText);
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
                Fault(place, ExchangeFaultKind.DuplicateCode, value(guide));
            }
        }
    }

    private void CheckGuide(GuideFile guide)
    {
        if (guide.Format != GuideFile.CurrentFormat)
        {
            Fault("format", ExchangeFaultKind.UnknownFormat, $"{guide.Format}");
        }

        if (!Languages.Knows(guide.Language))
        {
            Fault("language", ExchangeFaultKind.UnknownLanguage, guide.Language);
        }

        if (!Slug.TryParse(guide.Slug, out _))
        {
            Fault("slug", ExchangeFaultKind.InvalidCode, guide.Slug);
        }

        Known("occupation", guide.Occupation, _occupations);
        var content = guide.Content;
        Length("content.summary", content.Summary, GuideContent.SummaryMaxLength);
        Filled("content.qualities", content.Qualities);
        Filled("content.missions", content.Missions);
        if (guide.Kind == GuideKind.Complete)
        {
            CheckComplete(content);
        }
        else
        {
            if (content.Figures.Count + content.Salaries.Count > 0)
            {
                Fault("content", ExchangeFaultKind.FigureInBriefGuide);
            }
        }

        CheckReferences(content);
        CheckTexts("content", content);
    }

    private void CheckComplete(GuideContent content)
    {
        Present("content.tagline", content.Tagline);
        Present("content.hook", content.Hook);
        Present("content.keyFacts", content.KeyFacts);
        Present("content.portrait", content.Portrait);
        Filled("content.introduction", content.Introduction);
        Filled("content.figures", content.Figures);
        Filled("content.salaries", content.Salaries);
        Filled("content.prerequisites", content.Prerequisites);
        Filled("content.tools", content.Tools);
        Filled("content.day", content.Day);
        Filled("content.belgianFacts", content.BelgianFacts);
        Filled("content.trainingSteps", content.TrainingSteps);
        Filled("content.workplaces", content.Workplaces);
        Filled("content.pros", content.Pros);
        Filled("content.cons", content.Cons);
        Filled("content.advice", content.Advice);
        Filled("content.selfAssessment", content.SelfAssessment);
        Filled("content.faq", content.Faq);
        Filled("content.programmes", content.Programmes);
        Filled("content.jobZones", content.JobZones);
        Filled("content.similar", content.Similar);
        Filled("content.evolutions", content.Evolutions);
    }

    private void CheckReferences(GuideContent content)
    {
        All("content.qualities", content.Qualities, q => q.Quality, _qualities);
        All("content.prerequisites", content.Prerequisites, p => p.Prerequisite, _prerequisites);
        All("content.selfAssessment", content.SelfAssessment.Where(q => q.Quality is not null), q => q.Quality!, _qualities);
        All("content.figures", content.Figures, f => f.Source, _sources);
        All("content.salaries", content.Salaries, s => s.Source, _sources);
        All("content.faq", content.Faq.SelectMany(q => q.Sources ?? []), s => s, _sources);
        All("content.trainingSteps", content.TrainingSteps.SelectMany(s => s.Centres ?? []), c => c, _centres);
        All("content.programmes", content.Programmes, p => p.Centre, _centres);
        All("content.jobZones", content.JobZones, z => z.Zone, _zones);
        All("content.similar", content.Similar, o => o.Occupation, _occupations);
        All("content.evolutions", content.Evolutions, o => o.Occupation, _occupations);
        for (var i = 0; i < content.BelgianFacts.Count; i++)
        {
            var fact = content.BelgianFacts[i];
            if (fact.Source is not null)
            {
                Known($"content.belgianFacts[{i}].source", fact.Source, _sources);
            }
            else if (!fact.Editorial)
            {
                Fault($"content.belgianFacts[{i}]", ExchangeFaultKind.MissingSource);
            }
        }

        for (var i = 0; i < content.Salaries.Count; i++)
        {
            if (content.Salaries[i].LowCents > content.Salaries[i].HighCents || content.Salaries[i].LowCents < 0)
            {
                Fault($"content.salaries[{i}]", ExchangeFaultKind.ReversedRange);
            }
        }

        if (content.MicroTasks is { } micro)
        {
            Filled("content.microTasks.taskTypes", micro.TaskTypes);
            Filled("content.microTasks.platforms", micro.Platforms);
            Filled("content.microTasks.warningSigns", micro.WarningSigns);
            Filled("content.microTasks.precautions", micro.Precautions);
            Filled("content.microTasks.statusInBelgium", micro.StatusInBelgium);
            Filled("content.microTasks.outlook", micro.Outlook);
            All("content.microTasks.platforms", micro.Platforms, p => p.Platform, _platforms);
            Known("content.microTasks.estimator.source", micro.Estimator.Source, _sources);
            All("content.microTasks.statusInBelgium", micro.StatusInBelgium.SelectMany(s => s.Sources), s => s, _sources);
        }
    }

    /// <summary>Every text is plain and says something: the document is walked as JSON, so no section is forgotten.</summary>
    private void CheckTexts<T>(string root, T value)
    {
        using var document = System.Text.Json.JsonDocument.Parse(ExchangeJson.Write(value, indented: false));
        Walk(root, document.RootElement);

        void Walk(string place, System.Text.Json.JsonElement element)
        {
            switch (element.ValueKind)
            {
                case System.Text.Json.JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject())
                    {
                        Walk($"{place}.{property.Name}", property.Value);
                    }

                    break;
                case System.Text.Json.JsonValueKind.Array:
                    foreach (var (index, item) in element.EnumerateArray().Index())
                    {
                        Walk($"{place}[{index}]", item);
                    }

                    break;
                case System.Text.Json.JsonValueKind.String:
                    Text(place, element.GetString());
                    break;
            }
        }
    }

    private void Text(string place, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Fault(place, ExchangeFaultKind.EmptyText);
        }
        else if (text.Contains('<', StringComparison.Ordinal))
        {
            Fault(place, ExchangeFaultKind.Markup, text);
        }
        else if (MinimumWageWords.PlaceholdersIn(text).FirstOrDefault(p => !IsFilled(place, p)) is { } unfilled)
        {
            Fault(place, ExchangeFaultKind.UnknownPlaceholder, unfilled);
        }
    }

    /// <summary>Lists show the summary as it stands; every other text of a guide is filled, where there is a minimum wage to fill it with.</summary>
    private bool IsFilled(string place, string placeholder) =>
        place.StartsWith("content.", StringComparison.Ordinal)
        && place != "content.summary"
        && _set.WageFloors.Count > 0
        && MinimumWageWords.All.Contains(placeholder);

    private void Length(string place, string? text, int most)
    {
        if (text?.Length > most)
        {
            Fault(place, ExchangeFaultKind.TooLong, $"{text.Length} > {most}");
        }
    }

    private void Address(string place, string? text, int most)
    {
        Length(place, text, most);
        if (!string.IsNullOrWhiteSpace(text) && !WebAddress.Is(text))
        {
            Fault(place, ExchangeFaultKind.NotAWebAddress, text);
        }
    }

    private void Step(string place, int value)
    {
        if (value is < Requirement.LeastStep or > Requirement.GreatestStep)
        {
            Fault(place, ExchangeFaultKind.OutOfRange, $"{value}");
        }
    }

    private void Present(string place, object? section)
    {
        if (section is null)
        {
            Fault(place, ExchangeFaultKind.EmptySection);
        }
    }

    private void Filled<T>(string place, IReadOnlyList<T> section)
    {
        if (section.Count == 0)
        {
            Fault(place, ExchangeFaultKind.EmptySection);
        }
    }

    private void All<T>(string place, IEnumerable<T> items, Func<T, string> code, HashSet<string> known)
    {
        foreach (var (index, item) in items.Index())
        {
            Known($"{place}[{index}]", code(item), known);
        }
    }

    private void Known(string place, string code, HashSet<string> known)
    {
        if (!known.Contains(code))
        {
            Fault(place, ExchangeFaultKind.UnknownCode, code);
        }
    }

    private void Fault(string place, ExchangeFaultKind kind, string? value = null) => _faults.Add(new ExchangeFault(_file, place, kind, value));
}
