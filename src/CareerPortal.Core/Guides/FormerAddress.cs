using CareerPortal.Data;

namespace CareerPortal.Guides;

/// <summary>An address that a guide has left: it leads to the guide wherever that is now, until another guide takes it.</summary>
[InRealm(ContentRealm.Guides)]
public sealed class FormerAddress
{
    public required string Language { get; init; }

    public required string Slug { get; init; }

    public required int GuideId { get; set; }
}
