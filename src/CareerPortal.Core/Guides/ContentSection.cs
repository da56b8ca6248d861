namespace CareerPortal.Guides;

/// <summary>A section of every guide's page, by the name of its anchor, and the parts of the document that it shows.</summary>
public sealed record ContentSection(string Id, params IReadOnlyList<ContentPart> Parts)
{
    /// <summary>The section after which its sources are numbered, where that is not its place on the page.</summary>
    public string? CitedAfter { get; init; }

    /// <summary>The section after which it is searched, where that is not its place on the page.</summary>
    public string? SearchedAfter { get; init; }

    /// <summary>Whether a guide has it. What shows no part of the document every guide has.</summary>
    public bool IsFilled(GuideContent content) => Parts.Count == 0 || Parts.Any(p => !p.Accompanies && p.IsFilled(content));
}
