using CareerPortal.Data;

namespace CareerPortal.Catalogue;

/// <summary>A line of a region's list of occupations in shortage, as that list words it; imported by an operator, never shipped.</summary>
[InRealm(ContentRealm.Catalogue)]
public sealed class ShortageListing
{
    public const int LabelMaxLength = 300;

    public int Id { get; private set; }

    /// <summary>"wallonie", "bruxelles" or "flandre".</summary>
    public required string Region { get; init; }

    public required int Year { get; init; }

    public required ShortageKind Kind { get; init; }

    public required string Label { get; init; }

    public string? Group { get; init; }

    /// <summary>The occupation that the label was matched with; null where none was sure enough.</summary>
    public string? OccupationCode { get; set; }

    public double Confidence { get; set; }

    /// <summary>The list it stands on, and the day it was dated.</summary>
    public required string Source { get; init; }

    public required DateOnly Dated { get; init; }
}
