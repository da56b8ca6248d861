using CareerPortal.Data;

namespace CareerPortal.Catalogue;

/// <summary>What a code of a catalogue is called: a context, an interest, a savoir-être, a domain, a family.</summary>
[InRealm(ContentRealm.Catalogue)]
public sealed class CatalogueTerm
{
    public const int CodeMaxLength = 16;
    public const int GroupMaxLength = 100;

    public int Id { get; private set; }

    public required TermKind Kind { get; init; }

    public required string Code { get; init; }

    public required LocalisedText Label { get; set; }

    /// <summary>The group a context belongs to; null for other kinds.</summary>
    public string? Group { get; set; }
}
