namespace CareerPortal.Guides;

/// <summary>What a guide might say better or truer: found by the rules, passed over with a reason where it is meant so.</summary>
public static class GuideWarnings
{
    public static IReadOnlyList<GuideFault> Of(GuideDocument document, string language, KnownCodes known) => [];
}
