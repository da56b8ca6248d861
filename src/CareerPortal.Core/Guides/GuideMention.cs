using CareerPortal.Data;

namespace CareerPortal.Guides;

/// <summary>An entry of a directory that the published revision of a guide names.</summary>
[InRealm(ContentRealm.Guides)]
public sealed class GuideMention
{
    public int GuideId { get; private set; }

    public required GuideReferenceKind Kind { get; init; }

    public required string Code { get; init; }
}
