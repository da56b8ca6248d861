using CareerPortal.Data;

namespace CareerPortal.Occupations;

/// <summary>The titles of an occupation in one language: masculine, feminine, and the other names people look for.</summary>
[InRealm(ContentRealm.Guides)]
public sealed class OccupationTitle
{
    public const int MaxLength = 150;

    public int OccupationId { get; private set; }

    public required string Language { get; init; }

    public required string Masculine { get; init; }

    public required string Feminine { get; init; }

    public List<string> Alternatives { get; init; } = [];
}
