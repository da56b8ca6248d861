namespace CareerPortal.Web.Api;

/// <summary>A published guide as lists show it; its language is French where it is not translated.</summary>
internal sealed record GuideBrief(
    string Slug,
    string Occupation,
    string Language,
    TitlePair Title,
    string Kind,
    string Sector,
    string Studies,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Qualities,
    string Summary,
    DateOnly? PublishedOn,
    DateOnly? UpdatedOn,
    string Href,
    string Page
);

/// <summary>A source that a guide cites.</summary>
internal sealed record GuideSource(
    string Code,
    string Kind,
    string Title,
    string Publisher,
    string? Reference,
    string? Url,
    DateOnly? PublishedOn,
    DateOnly? ConsultedOn,
    bool ToVerify
);

/// <summary>What readers are told of a guide that changed or was withdrawn.</summary>
internal sealed record GuideNote(DateOnly On, string Note);

/// <summary>What a guide requires, cites and leads to, where it is read in each language, and when a person last read it against its sources.</summary>
internal sealed record GuideDetail(
    GuideBrief Guide,
    IReadOnlyDictionary<string, string> Pages,
    DateOnly? ReviewedOn,
    DateOnly? ReviewDueOn,
    GuideNote? Withdrawn,
    IReadOnlyList<GuideNote> Changes,
    IReadOnlyList<LevelFact> Requirements,
    IReadOnlyList<string> Neighbours,
    IReadOnlyList<GuideSource> Sources
);
