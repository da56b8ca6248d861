namespace CareerPortal.Directories;

/// <summary>The ten provinces and the Brussels-Capital Region.</summary>
public enum Province
{
    Brussels,
    WalloonBrabant,
    Hainaut,
    Liege,
    Luxembourg,
    Namur,
    Antwerp,
    FlemishBrabant,
    EastFlanders,
    WestFlanders,
    Limburg,
}
