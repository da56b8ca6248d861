namespace CareerPortal.Web.Workspace.Editor;

/// <summary>What fields hold in a state of the draft, by their addresses.</summary>
public sealed record FieldTexts(long Seen, Dictionary<string, FieldText> Texts);
