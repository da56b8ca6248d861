namespace CareerPortal.Web.Guides.Sections;

/// <summary>A section that a guide's page has: its anchor, the key of its heading, and the component that shows it.</summary>
public sealed record PageSection(string Id, string TitleKey, Type Component, bool IsForEveryLanguage);
