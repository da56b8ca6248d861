using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>A field of a guide's form, drawn from the member of the document that it fills.</summary>
/// <param name="Name">The member's name in the document; <c>$value</c> for the item of a list of texts or codes.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Required">Whether the document cannot be without it.</param>
/// <param name="MaxLength">The most characters, where there is a limit of its own.</param>
/// <param name="Children">The fields of a group or of each item of a list; of a list of texts or codes the one field of an item.</param>
/// <param name="Reference">What its code leads to.</param>
/// <param name="Choices">The words to choose from, as the document has them.</param>
/// <param name="Path">Its address in the document; null where it stands in items of a list.</param>
public sealed record FormField(
    string Name,
    FieldKind Kind,
    bool Required,
    int? MaxLength,
    IReadOnlyList<FormField> Children,
    GuideReferenceKind? Reference,
    IReadOnlyList<string>? Choices,
    string? Path
)
{
    /// <summary>The key of its label, such as <c>Field.Figure.Source</c>.</summary>
    public required string Label { get; init; }

    /// <summary>The keys of the labels of <see cref="Choices"/>, in the same order.</summary>
    public IReadOnlyList<string>? ChoiceLabels { get; init; }

    /// <summary>Which guides must have it, for a part of the document; null for what stands in one.</summary>
    public PartNeed? Need { get; init; }

    /// <summary>Whether a document may leave it out.</summary>
    internal bool CanBeAbsent { get; init; }

    /// <summary>Whether a number has no decimals.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>Whether it holds items, which are inserted, removed and moved.</summary>
    public bool IsList => Kind is FieldKind.List or FieldKind.TextList or FieldKind.References;

    /// <summary>Whether nothing stands in it until something is chosen or counted: a text begins empty instead.</summary>
    public bool IsPicked => Kind is FieldKind.Choice or FieldKind.Date or FieldKind.Time or FieldKind.Money or FieldKind.Number;

    /// <summary>Whether it holds one value, which is set.</summary>
    public bool IsLeaf => !IsList && Kind != FieldKind.Group;
}
