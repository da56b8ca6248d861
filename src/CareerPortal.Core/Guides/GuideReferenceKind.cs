namespace CareerPortal.Guides;

/// <summary>What a code in a guide leads to.</summary>
public enum GuideReferenceKind
{
    Quality,
    Prerequisite,
    Occupation,
    Source,
    Centre,
    Zone,
    Platform,
}
