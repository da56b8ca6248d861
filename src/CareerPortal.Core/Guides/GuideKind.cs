namespace CareerPortal.Guides;

/// <summary>Whether a guide has every section or is the short form that neighbouring occupations get first.</summary>
public enum GuideKind
{
    Complete,
    Brief,
}
