namespace CareerPortal.Directories;

/// <summary>What a place of the directories can be: one in Belgium, or just across its border.</summary>
public static class PlaceRules
{
    public const double South = 49;
    public const double North = 52;
    public const double West = 2;
    public const double East = 7;

    private const int PostcodeLength = 4;

    /// <summary>Four digits, from 1000 to 9999.</summary>
    public static bool IsPostcode(string text) => text.Length == PostcodeLength && text[0] != '0' && text.All(char.IsAsciiDigit);

    public static bool IsLatitude(double degrees) => degrees is >= South and <= North;

    public static bool IsLongitude(double degrees) => degrees is >= West and <= East;
}
