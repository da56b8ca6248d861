namespace CareerPortal.Web.Workspace.Directories;

/// <summary>A field of the entries of a directory.</summary>
/// <param name="Name">Its name in exchange form.</param>
/// <param name="Key">The last part of the key of its label.</param>
/// <param name="Input">How it is filled in.</param>
/// <param name="Required">Whether an entry has it always.</param>
/// <param name="MaxLength">The most letters.</param>
/// <param name="Choices">What is chosen from.</param>
/// <param name="ChoiceTexts">The first part of the keys of the choices' texts.</param>
internal sealed record DirectoryField(
    string Name,
    string Key,
    DirectoryInput Input,
    bool Required = false,
    int? MaxLength = null,
    IReadOnlyList<string>? Choices = null,
    string? ChoiceTexts = null
);
