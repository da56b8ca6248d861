using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>What a guide said at one moment: written once, never changed.</summary>
public sealed class Revision
{
    public const int AuthorMaxLength = 100;
    public const int NoteMaxLength = 400;

    public int Id { get; private set; }

    public int GuideId { get; private set; }

    public required int Number { get; init; }

    public required GuideContent Content { get; init; }

    public required string Author { get; init; }

    public string? Note { get; init; }

    public required DateTime CreatedUtc { get; init; }
}
