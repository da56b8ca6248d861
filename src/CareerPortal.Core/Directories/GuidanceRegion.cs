namespace CareerPortal.Directories;

/// <summary>Who is responsible for guidance where: a region, or the German-speaking Community.</summary>
public enum GuidanceRegion
{
    Wallonia,
    Brussels,
    GermanSpeakingCommunity,
}
