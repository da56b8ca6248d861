using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Wages;

namespace CareerPortal.Exchange;

/// <summary>Makes of an entry in exchange form what the store holds of it.</summary>
internal static class DirectoryRows
{
    public static TrainingCentre Of(TrainingCentreEntry entry) =>
        new()
        {
            Code = entry.Code,
            Name = entry.Name,
            Kind = entry.Kind,
            Postcode = entry.Postcode,
            Locality = entry.Locality,
            Province = entry.Province,
            Latitude = entry.Latitude,
            Longitude = entry.Longitude,
            Website = entry.Website,
            Description = entry.Description,
        };

    public static JobZone Of(JobZoneEntry entry) =>
        new()
        {
            Code = entry.Code,
            Name = entry.Name,
            Provinces = [.. entry.Provinces],
            Latitude = entry.Latitude,
            Longitude = entry.Longitude,
            OtherPoint = entry.OtherPoint,
            Description = entry.Description,
        };

    public static WorkPlatform Of(PlatformEntry entry) =>
        new()
        {
            Code = entry.Code,
            Name = entry.Name,
            Website = entry.Website,
            Description = entry.Description,
            Access = entry.Access,
            Payment = entry.Payment,
            Source = entry.Source,
            AsOf = entry.AsOf,
        };

    public static GuidanceService Of(GuidanceServiceEntry entry) =>
        new()
        {
            Code = entry.Code,
            Name = entry.Name,
            Kind = entry.Kind,
            Region = entry.Region,
            Role = entry.Role,
            Description = entry.Description,
            Audience = entry.Audience,
            Cost = entry.Cost,
            Website = entry.Website,
            Phone = entry.Phone,
            PhoneConfirmed = entry.PhoneConfirmed,
            Offices = [.. entry.Offices],
            AsOfYear = entry.AsOfYear,
        };

    public static Source Of(SourceEntry entry) =>
        new()
        {
            Code = entry.Code,
            Kind = entry.Kind,
            Title = entry.Title,
            Publisher = entry.Publisher,
            Reference = entry.Reference,
            Url = entry.Url,
            PublishedOn = entry.PublishedOn,
            ConsultedOn = entry.ConsultedOn,
            ToVerify = entry.ToVerify,
        };

    public static WageFloor Of(WageFloorEntry entry) =>
        new()
        {
            From = entry.From,
            MonthlyCents = entry.MonthlyCents,
            HourlyCents = entry.HourlyCents,
            Source = entry.Source,
        };

    public static ExchangeRate Of(ExchangeRateEntry entry) =>
        new()
        {
            Currency = entry.Currency,
            On = entry.On,
            UnitsPerEuro = entry.UnitsPerEuro,
            Source = entry.Source,
        };

    /// <summary>Adds what is given, or lets what is held say the same.</summary>
    public static void Take<T>(PortalDbContext context, T? held, T given)
        where T : class
    {
        if (held is null)
        {
            context.Add(given);
            return;
        }

        var entry = context.Entry(held);
        foreach (var property in entry.Properties.Where(p => !p.Metadata.IsPrimaryKey() && p.Metadata.PropertyInfo is not null))
        {
            property.CurrentValue = property.Metadata.PropertyInfo!.GetValue(given);
        }
    }
}
