namespace CareerPortal.Directories;

/// <summary>A place on the map, in degrees.</summary>
public sealed record MapPoint(double Latitude, double Longitude)
{
    /// <summary>The longest form it has in the store.</summary>
    public const int MaxLength = 100;
}
