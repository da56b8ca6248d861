namespace CareerPortal.Editing;

/// <summary>A section of a translation, text by text, and what beside its texts differs from the original.</summary>
/// <param name="Id">The section.</param>
/// <param name="Fields">Its texts.</param>
/// <param name="Added">Items that only the original has.</param>
/// <param name="Removed">Items that only the translation has.</param>
/// <param name="DataDiffers">Numbers, codes and days that are others.</param>
public sealed record TranslationSection(string Id, IReadOnlyList<TranslationField> Fields, int Added, int Removed, int DataDiffers)
{
    public bool NeedsAligning => Added + Removed + DataDiffers > 0;

    public int Count(TranslationFieldState state) => Fields.Count(f => f.State == state);
}
