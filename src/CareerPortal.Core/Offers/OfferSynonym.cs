using CareerPortal.Data;

namespace CareerPortal.Offers;

/// <summary>What a counsellor says that people mean by words that found nothing on the board. What is taken back stays as a row that no search reads.</summary>
[InRealm(ContentRealm.Offers)]
public sealed class OfferSynonym
{
    public const int SaidMaxLength = 100;

    /// <summary>So many are in use at most.</summary>
    public const int Most = 500;

    /// <summary>Words mean so many occupations at most.</summary>
    public const int MostOccupations = 3;

    public int Id { get; private set; }

    /// <summary>The words, in small letters.</summary>
    public required string Said { get; init; }

    /// <summary>The occupations that are meant, by their codes in ROME 4.0.</summary>
    public required IReadOnlyList<string> Occupations { get; init; }

    /// <summary>How many offers the words found when it came into use.</summary>
    public required int Found { get; init; }

    public required Guid ById { get; init; }

    public required DateTime AtUtc { get; init; }

    public Guid? RevokedById { get; private set; }

    public DateTime? RevokedUtc { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>Takes it out of use.</summary>
    public void Revoke(Guid byId, DateTime nowUtc)
    {
        (RevokedById, RevokedUtc) = (byId, nowUtc);
        Version = Guid.CreateVersion7();
    }
}
