using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>One of two states that are compared; the draft has names for its items.</summary>
internal sealed record ComparedSide(JsonObject Plain, DraftContent? Content);
