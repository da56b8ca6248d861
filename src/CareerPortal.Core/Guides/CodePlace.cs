using System.Text.Json.Nodes;
using CareerPortal.Directories;

namespace CareerPortal.Guides;

/// <summary>
/// A code of a directory where it stands in a document: its address names items of lists by their name, or by their number where they have none.
/// </summary>
public sealed record CodePlace(DirectoryKind Kind, string Code, string Path, JsonValue Value)
{
    /// <summary>Writes another code in its place.</summary>
    public void Write(string code) => Value.ReplaceWith(code);
}
