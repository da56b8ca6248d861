using System.Text.Json;
using CareerPortal.Data;

namespace CareerPortal.Guides;

/// <summary>What a guide said at one moment: written once, never changed. Readers see it only once its guide points to it.</summary>
public sealed class Revision : IWrittenOnce
{
    public const int AuthorMaxLength = 100;
    public const int NoteMaxLength = 400;
    public const int HashLength = 64;

    public int Id { get; private set; }

    public int GuideId { get; private set; }

    public required Guide Guide { get; init; }

    public required int Number { get; init; }

    /// <summary>The format of <see cref="Document"/> (<see cref="GuideDocuments"/>).</summary>
    public int Format { get; private init; }

    /// <summary>The document as it was written.</summary>
    public string Document { get; private init; } = "";

    /// <summary>The document's hash in the format it was written in; null on revisions older than hashes that were never compared.</summary>
    public string? Hash { get; private init; }

    public required string Author { get; init; }

    /// <summary>Why, in the words of who wrote it; for colleagues.</summary>
    public string? Note { get; init; }

    /// <summary>The account that wrote it, where it was written in the workspace; <see cref="Author"/> is empty then, so that a name can be erased.</summary>
    public Guid? AuthorId { get; init; }

    public RevisionOccasion Occasion { get; init; }

    /// <summary>What changed, in words for readers.</summary>
    public string? ChangeNote { get; init; }

    public ChangeKind ChangeKind { get; init; }

    /// <summary>The number of the guide's revision that was restored by this one, whole or in part.</summary>
    public int? RestoredFrom { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public static Revision Of(Guide guide, int number, GuideDocument document, string author, DateTime nowUtc, string? note = null) =>
        Of(guide, number, document, new RevisionSignature(author, Note: note), nowUtc);

    public static Revision Of(Guide guide, int number, GuideDocument document, RevisionSignature signature, DateTime nowUtc)
    {
        var written = GuideDocuments.Write(document);
        return new Revision
        {
            Guide = guide,
            Number = number,
            Format = GuideDocuments.Format,
            Document = written,
            Hash = GuideDocuments.HashOf(written),
            Author = signature.Author,
            AuthorId = signature.AuthorId,
            Occasion = signature.Occasion,
            Note = signature.Note,
            ChangeNote = signature.ChangeNote,
            ChangeKind = signature.ChangeKind,
            RestoredFrom = signature.RestoredFrom,
            CreatedUtc = nowUtc,
        };
    }

    /// <exception cref="UnreadableRevisionException">The stored document is broken.</exception>
    public GuideDocument Read() => Read(Id, Format, Document);

    /// <exception cref="UnreadableRevisionException">The stored document is broken.</exception>
    internal static GuideDocument Read(int id, int format, string document)
    {
        try
        {
            return GuideDocuments.Read(format, document);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new UnreadableRevisionException(id, e);
        }
    }
}
