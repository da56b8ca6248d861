using CareerPortal.Data;
using CareerPortal.Occupations;

namespace CareerPortal.Guides;

/// <summary>The guide of an occupation in one language; readers get its published revision.</summary>
[InRealm(ContentRealm.Guides)]
public sealed class Guide
{
    public int Id { get; private set; }

    public int OccupationId { get; private set; }

    public required Occupation Occupation { get; init; }

    public required string Language { get; init; }

    public required string Slug { get; set; }

    public int? PublishedRevisionId { get; private set; }

    public Revision? PublishedRevision { get; private set; }

    public DateTime? PublishedUtc { get; private set; }

    // What lists and directories tell of the published revision stands here too, so that they need not open its document.
    public GuideKind Kind { get; private set; }

    public string? PublishedSummary { get; private set; }

    /// <summary>When readers first got the guide, where its document tells.</summary>
    public DateOnly? FirstPublishedOn { get; private set; }

    public DateOnly? UpdatedOn { get; private set; }

    /// <summary>The words of the published revision; null where it was published by a version that did not count them.</summary>
    public int? PublishedWords { get; private set; }

    /// <summary>The places and platforms that the published revision names.</summary>
    public List<GuideMention> Mentions { get; } = [];

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>Shows a revision of this guide to readers. The mentions held until now must have been read.</summary>
    public void Publish(Revision revision, DateTime nowUtc)
    {
        if (revision.Guide != this)
        {
            throw new ArgumentException("The revision belongs to another guide.", nameof(revision));
        }

        PublishedRevision = revision;
        PublishedUtc = nowUtc;
        Tell(revision.Read());
    }

    /// <summary>Takes over what is told of the published revision without opening it.</summary>
    internal void Tell(GuideDocument document)
    {
        Kind = document.Kind;
        PublishedSummary = document.Content.Summary;
        FirstPublishedOn = document.PublishedOn;
        UpdatedOn = document.UpdatedOn;
        PublishedWords = GuideReading.WordsOf(document.Content);
        var named = GuideReferences.Of(document.Content).Where(r => r.Kind.IsPlace()).Select(r => (r.Kind, r.Code)).ToHashSet();
        Mentions.RemoveAll(m => !named.Remove((m.Kind, m.Code)));
        Mentions.AddRange(named.Select(n => new GuideMention { Kind = n.Kind, Code = n.Code }));
        Version = Guid.CreateVersion7();
    }

    /// <summary>Takes the guide away from readers; its revisions stay. The mentions held until now must have been read.</summary>
    public void Withdraw()
    {
        PublishedRevision = null;
        PublishedRevisionId = null;
        PublishedUtc = null;
        PublishedSummary = null;
        PublishedWords = null;
        Mentions.Clear();
        Version = Guid.CreateVersion7();
    }
}
