namespace CareerPortal.Sources;

/// <summary>Where a fact comes from: a text, a table or a page, with its publisher and dates.</summary>
public sealed class Source
{
    public const int TitleMaxLength = 300;
    public const int PublisherMaxLength = 150;
    public const int UrlMaxLength = 300;

    public int Id { get; private set; }

    public required string Code { get; init; }

    public required string Title { get; set; }

    public required string Publisher { get; set; }

    public string? Url { get; set; }

    public DateOnly? PublishedOn { get; set; }

    public required DateOnly ConsultedOn { get; set; }
}
