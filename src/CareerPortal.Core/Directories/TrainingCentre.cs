using CareerPortal.Data;

namespace CareerPortal.Directories;

/// <summary>A place where people train for an occupation.</summary>
[InRealm(ContentRealm.Directories)]
public sealed class TrainingCentre
{
    public const int NameMaxLength = 150;
    public const int LocalityMaxLength = 100;
    public const int PostcodeMaxLength = 10;
    public const int WebsiteMaxLength = 300;

    public int Id { get; private set; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public required TrainingCentreKind Kind { get; set; }

    public required string Postcode { get; set; }

    public required string Locality { get; set; }

    public required Province Province { get; set; }

    public required double Latitude { get; set; }

    public required double Longitude { get; set; }

    public string? Website { get; set; }

    public required LocalisedText Description { get; set; }
}
