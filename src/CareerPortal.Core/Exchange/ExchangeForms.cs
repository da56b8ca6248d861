using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Search;
using CareerPortal.Wages;

namespace CareerPortal.Exchange;

/// <summary>Gives what the store holds the form it has in exchange files.</summary>
public static class ExchangeForms
{
    /// <summary>A guide's document as it travels.</summary>
    public static GuideFile Of(string occupation, string language, string slug, GuideDocument document) =>
        new()
        {
            Format = GuideFile.CurrentFormat,
            Occupation = occupation,
            Language = language,
            Slug = slug,
            Kind = document.Kind,
            Register = document.Register,
            PublishedOn = document.PublishedOn,
            UpdatedOn = document.UpdatedOn,
            ReviewedOn = document.ReviewedOn,
            ReviewDueOn = document.ReviewDueOn,
            Content = document.Content,
        };

    public static OccupationEntry Of(Occupation occupation) =>
        Ordered(
            new OccupationEntry
            {
                Code = occupation.Code,
                RomeCode = occupation.RomeCode,
                IscoCode = occupation.IscoCode,
                Sector = occupation.Sector,
                Studies = occupation.Studies,
                Conditions = occupation.Conditions,
                Interests = occupation.Interests,
                Titles = occupation.Titles.ToDictionary(t => t.Language, t => new TitleEntry(t.Masculine, t.Feminine, t.Alternatives)),
                Requirements =
                [
                    .. occupation.Requirements.Select(r => new RequirementEntry(r.QualityId, r.Importance, r.Level, r.Origin, r.Surplus, r.Items)),
                ],
            }
        );

    public static TrainingCentreEntry Of(TrainingCentre centre) =>
        new(
            centre.Code,
            centre.Name,
            centre.Kind,
            centre.Postcode,
            centre.Locality,
            centre.Province,
            centre.Latitude,
            centre.Longitude,
            centre.Website,
            centre.Description
        );

    public static JobZoneEntry Of(JobZone zone) =>
        new(zone.Code, zone.Name, zone.Provinces, zone.Latitude, zone.Longitude, zone.Description, zone.OtherPoint);

    public static PlatformEntry Of(WorkPlatform platform) =>
        new(platform.Code, platform.Name, platform.Website, platform.Description, platform.Access, platform.Payment, platform.Source, platform.AsOf);

    public static GuidanceServiceEntry Of(GuidanceService service) =>
        new()
        {
            Code = service.Code,
            Name = service.Name,
            Kind = service.Kind,
            Region = service.Region,
            Role = service.Role,
            Description = service.Description,
            Audience = service.Audience,
            Cost = service.Cost,
            Website = service.Website,
            Phone = service.Phone,
            PhoneConfirmed = service.PhoneConfirmed,
            Offices = service.Offices,
            AsOfYear = service.AsOfYear,
        };

    public static SourceEntry Of(Source source) =>
        new(
            source.Code,
            source.Kind,
            source.Title,
            source.Publisher,
            source.Reference,
            source.Url,
            source.PublishedOn,
            source.ConsultedOn,
            source.ToVerify
        );

    public static WageFloorEntry Of(WageFloor floor) => new(floor.From, floor.MonthlyCents, floor.HourlyCents, floor.Source);

    public static SearchMeaningEntry Of(SearchMeaning meaning) =>
        new(
            meaning.Code,
            meaning.Language,
            meaning.Said,
            meaning.Means.Count == 0 ? null : meaning.Means,
            meaning.Conditions.Count == 0 ? null : meaning.Conditions,
            meaning.Studies.Count == 0 ? null : meaning.Studies,
            meaning.Contexts.Count == 0 ? null : meaning.Contexts,
            meaning.Interests.Count == 0 ? null : meaning.Interests
        );

    /// <summary>The rate as it was written: dividing by one takes away the noughts that SQL Server adds.</summary>
    public static ExchangeRateEntry Of(ExchangeRate rate) =>
        new(rate.Currency, rate.On, rate.UnitsPerEuro / 1.000000000000000000000000000000m, rate.Source);

    /// <summary>The entry with its titles and requirements in the order in which files are written.</summary>
    public static OccupationEntry Ordered(OccupationEntry entry) =>
        entry with
        {
            Titles = Languages
                .All.Where(entry.Titles.ContainsKey)
                .ToDictionary(l => l, l => entry.Titles[l] with { Alternatives = entry.Titles[l].Alternatives ?? [] }),
            Requirements =
            [
                .. entry
                    .Requirements.OrderByDescending(r => r.Importance)
                    .ThenBy(r => r.Quality, StringComparer.Ordinal)
                    .Select(r => r.Items is { Count: 0 } ? r with { Items = null } : r),
            ],
        };
}
