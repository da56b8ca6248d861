using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>The states of the original that a translation was held against: one for all of it, and others for single fields and parts.</summary>
/// <param name="Base">The state for all of it; null where it was never held against one.</param>
/// <param name="Fields">The revision by field, addressed as in that revision, or by part for the order of its items.</param>
/// <param name="Documents">The revisions named, by number.</param>
internal sealed record TranslationHeld(JsonObject? Base, IReadOnlyDictionary<string, int> Fields, IReadOnlyDictionary<int, JsonObject> Documents);
