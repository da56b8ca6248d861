using CareerPortal.Editing;
using CareerPortal.Occupations;

namespace CareerPortal.Guides;

/// <summary>The guide of an occupation in one language; readers get its published revision.</summary>
public sealed class Guide
{
    public int Id { get; private set; }

    public int OccupationId { get; private set; }

    public required Occupation Occupation { get; init; }

    public required string Language { get; init; }

    public required string Slug { get; set; }

    public GuideKind Kind { get; set; }

    public Register Register { get; set; }

    /// <summary>When readers first got this guide, as its file tells: the store may be younger.</summary>
    public DateOnly? FirstPublishedOn { get; set; }

    public DateOnly? UpdatedOn { get; set; }

    public DateOnly? ReviewedOn { get; set; }

    public DateOnly? ReviewDueOn { get; set; }

    public int? PublishedRevisionId { get; private set; }

    public Revision? PublishedRevision { get; private set; }

    public DateTime? PublishedUtc { get; private set; }

    /// <summary>The published revision's summary, kept here so that lists need not open the document.</summary>
    public string? PublishedSummary { get; private set; }

    public List<Revision> Revisions { get; } = [];

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>Adds what was written as the guide's newest revision; nothing that stands is changed.</summary>
    public Revision Revise(GuideContent content, string author, DateTime nowUtc, string? note = null)
    {
        var revision = new Revision
        {
            Number = Revisions.Count == 0 ? 1 : Revisions.Max(r => r.Number) + 1,
            Content = content,
            Author = author,
            Note = note,
            CreatedUtc = nowUtc,
        };
        Revisions.Add(revision);
        Version = Guid.CreateVersion7();
        return revision;
    }

    /// <summary>Shows a revision of this guide to readers.</summary>
    public void Publish(Revision revision, DateTime nowUtc)
    {
        if (!Revisions.Contains(revision))
        {
            throw new ArgumentException("The revision belongs to another guide.", nameof(revision));
        }

        PublishedRevision = revision;
        PublishedUtc = nowUtc;
        PublishedSummary = revision.Content.Summary;
        Version = Guid.CreateVersion7();
    }

    /// <summary>Takes the guide away from readers; its revisions stay.</summary>
    public void Withdraw()
    {
        PublishedRevision = null;
        PublishedRevisionId = null;
        PublishedUtc = null;
        PublishedSummary = null;
        Version = Guid.CreateVersion7();
    }
}
