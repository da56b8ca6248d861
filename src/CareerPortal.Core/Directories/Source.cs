using CareerPortal.Data;

namespace CareerPortal.Directories;

/// <summary>Where a fact comes from: a text, a table or a page, with its publisher and dates.</summary>
[InRealm(ContentRealm.Directories)]
public sealed class Source
{
    public const int TitleMaxLength = 300;
    public const int PublisherMaxLength = 150;
    public const int ReferenceMaxLength = 200;
    public const int UrlMaxLength = 300;

    public int Id { get; private set; }

    public required string Code { get; init; }

    public required SourceKind Kind { get; set; }

    public required string Title { get; set; }

    public required string Publisher { get; set; }

    /// <summary>Where in the source to look, and the number under which it is filed: "art. 5 ; NUMAC 2007002099".</summary>
    public string? Reference { get; set; }

    public string? Url { get; set; }

    public DateOnly? PublishedOn { get; set; }

    /// <summary>The day on which a person opened the source and found there what it is cited for; null while nobody has.</summary>
    public DateOnly? ConsultedOn { get; set; }

    /// <summary>Whether what it says still waits for a source that confirms it; readers are told wherever it is cited.</summary>
    public bool ToVerify { get; set; }
}
