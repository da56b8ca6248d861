namespace CareerPortal.Web.Guides.Sections;

/// <summary>The section of the guide that a component shows, and the key of its heading. Every section has one component.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShowsSectionAttribute(string id, string titleKey) : Attribute
{
    public string Id { get; } = id;

    public string TitleKey { get; } = titleKey;

    /// <summary>Its heading where what is paid is no wage.</summary>
    public string? IncomeTitleKey { get; init; }

    /// <summary>Shown to those too who read another language than the guide's.</summary>
    public bool ForEveryLanguage { get; init; }

    /// <summary>Shows what its reader typed, so that it is rendered for each.</summary>
    public bool DependsOnReader { get; init; }
}
