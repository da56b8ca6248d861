namespace CareerPortal.Places;

/// <summary>A part of the country where an occupation finds employers.</summary>
public sealed class JobZone
{
    public int Id { get; private set; }

    public required string Code { get; init; }

    public required LocalisedText Name { get; set; }

    public required List<Province> Provinces { get; set; }

    public required double Latitude { get; set; }

    public required double Longitude { get; set; }

    public required LocalisedText Description { get; set; }
}
