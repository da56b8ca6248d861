namespace CareerPortal.Editing;

/// <summary>A section that a draft changes, who agreed to it as it is, and whether whoever looks did.</summary>
public sealed record SectionReview(string Section, IReadOnlyList<string> AgreedBy, bool IsAgreedByReader);
