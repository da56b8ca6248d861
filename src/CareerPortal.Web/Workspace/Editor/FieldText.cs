namespace CareerPortal.Web.Workspace.Editor;

/// <summary>What a field holds now, for the page to write into it, and what of it is read where that is something else: the name of a code.</summary>
public sealed record FieldText(string Value, string Shown);
