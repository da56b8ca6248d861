namespace CareerPortal.Editing;

/// <summary>A section of a guide's form: that of the page, or <see cref="GuideForm.Card"/> and <see cref="GuideForm.Head"/> before them.</summary>
public sealed record FormSection(string Id, IReadOnlyList<FormField> Fields)
{
    /// <summary>The key of its name in the outline.</summary>
    public string Label => $"Field.Section.{Id}";
}
