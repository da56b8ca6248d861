using System.Text.Json.Nodes;
using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>
/// Reads a draft whatever it holds, so that it can always be shown: what cannot be read is left empty in the document, and told as a fault by the
/// address that it has in the draft.
/// </summary>
public static class DraftReading
{
    public static (GuideDocument Document, IReadOnlyList<GuideFault> Unreadable) Read(JsonObject named) => throw new NotSupportedException();
}
