namespace CareerPortal.Directories;

/// <summary>The directories that counsellors keep.</summary>
public enum DirectoryKind
{
    Centre,
    Zone,
    Platform,
    Source,
    GuidanceService,
    WageFloor,
    ExchangeRate,
}
