using CareerPortal.Data;

namespace CareerPortal.Catalogue;

/// <summary>A locality with its postcode and where it lies (degrees, WGS 84).</summary>
[InRealm(ContentRealm.Catalogue)]
public sealed class Locality
{
    public const int PostcodeLength = 4;

    public int Id { get; private set; }

    public required string Postcode { get; init; }

    public required string Name { get; init; }

    public required double Longitude { get; set; }

    public required double Latitude { get; set; }

    /// <summary>The municipality it belongs to; null where the sources do not say.</summary>
    public string? Nis { get; set; }
}
