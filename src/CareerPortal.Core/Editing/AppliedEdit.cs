using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>An edit that the draft has taken, for a tab to follow: an undone one comes as its contrary.</summary>
/// <param name="Sequence">Its number in the draft.</param>
/// <param name="TabId">The tab that made it.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Path">The field or the item.</param>
/// <param name="After">For Set the value, null where it was taken away; for Insert the item.</param>
/// <param name="AfterId">For Insert and Move the item that it follows; null where it is the first.</param>
public sealed record AppliedEdit(long Sequence, Guid TabId, Guid AccountId, DraftEditKind Kind, string Path, JsonNode? After, string? AfterId);
