using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>What somebody outside is shown.</summary>
public sealed record SharedGuide(int GuideId, GuideDocument Document, DateTime ExpiresUtc);
