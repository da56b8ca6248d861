using CareerPortal.Data;

namespace CareerPortal.Catalogue;

/// <summary>A text of a catalogue on an occupation, as an operator brought it in; never shipped.</summary>
[InRealm(ContentRealm.Catalogue)]
public sealed class CatalogueText
{
    public int Id { get; private set; }

    public required string OccupationCode { get; init; }

    public required CatalogueTextKind Kind { get; init; }

    public required string Text { get; set; }

    /// <summary>Words in it that hold for France and not for Belgium, for which it is held back; null where it may be shown.</summary>
    public string? HeldBackFor { get; set; }
}
