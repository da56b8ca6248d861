using CareerPortal.Data;

namespace CareerPortal.Directories;

/// <summary>A part of the country where an occupation finds employers.</summary>
[InRealm(ContentRealm.Directories)]
public sealed class JobZone
{
    public int Id { get; private set; }

    public required string Code { get; init; }

    public required LocalisedText Name { get; set; }

    public required List<Province> Provinces { get; set; }

    public required double Latitude { get; set; }

    public required double Longitude { get; set; }

    /// <summary>Where the zone lies too: one that two towns make has two places on the map.</summary>
    public MapPoint? OtherPoint { get; set; }

    /// <summary>The places of the zone on the map.</summary>
    public IReadOnlyList<MapPoint> Points => OtherPoint is null ? [new(Latitude, Longitude)] : [new(Latitude, Longitude), OtherPoint];

    public required LocalisedText Description { get; set; }
}
