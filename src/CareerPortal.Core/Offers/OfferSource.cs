using CareerPortal.Data;

namespace CareerPortal.Offers;

/// <summary>Where offers come from: its licence, and how its last synchronisations went.</summary>
[InRealm(ContentRealm.Offers)]
public sealed class OfferSource
{
    public const int KeyMaxLength = 64;
    public const int TextMaxLength = 500;

    public required string Key { get; init; }

    public required OfferSourceKind Kind { get; init; }

    public required string Name { get; set; }

    public required string Licence { get; set; }

    public required string Attribution { get; set; }

    public string? Url { get; set; }

    /// <summary>What the source's last whole answer was marked with, so that it is not read again unchanged.</summary>
    public string? EntityTag { get; set; }

    public string? LastModified { get; set; }

    /// <summary>When all of it was last taken in.</summary>
    public DateTime? WholeUtc { get; set; }

    /// <summary>When anything of it was last taken in.</summary>
    public DateTime? DoneUtc { get; set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public void Touch() => Version = Guid.CreateVersion7();
}
