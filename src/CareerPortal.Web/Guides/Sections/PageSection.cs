namespace CareerPortal.Web.Guides.Sections;

/// <summary>A section that a guide's page has: its anchor, the key of its heading, the component that shows it,
/// whether it stands in every language, and whether it shows what its reader typed.</summary>
public sealed record PageSection(string Id, string TitleKey, Type Component, bool IsForEveryLanguage, bool DependsOnReader);
