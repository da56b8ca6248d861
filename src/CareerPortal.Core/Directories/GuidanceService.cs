using CareerPortal.Data;

namespace CareerPortal.Directories;

/// <summary>A service where someone talks over a choice of occupation with people, in one region.</summary>
[InRealm(ContentRealm.Directories)]
public sealed class GuidanceService
{
    public const int PhoneMaxLength = 30;
    public const int StreetMaxLength = 150;

    public int Id { get; private set; }

    public required string Code { get; init; }

    public required LocalisedText Name { get; set; }

    public required GuidanceKind Kind { get; set; }

    public required GuidanceRegion Region { get; set; }

    /// <summary>In one sentence, what one goes there for.</summary>
    public required LocalisedText Role { get; set; }

    public required LocalisedText Description { get; set; }

    public required LocalisedText Audience { get; set; }

    public required GuidanceCost Cost { get; set; }

    public string? Website { get; set; }

    /// <summary>The number for the whole service; offices may have their own.</summary>
    public string? Phone { get; set; }

    public required bool PhoneConfirmed { get; set; }

    /// <summary>Where people are received, as far as it is known; none where a service works from many places.</summary>
    public required List<GuidanceOffice> Offices { get; set; }

    /// <summary>The year of the latest publication that these facts come from.</summary>
    public required int AsOfYear { get; set; }
}
