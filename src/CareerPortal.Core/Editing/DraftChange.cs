using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>One change that somebody made in a tab.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Path">The field or item; for <see cref="DraftEditKind.Insert"/> the list.</param>
/// <param name="Before">
/// For Set what the tab had before, null where there was nothing; for Remove the item as the tab had it, or null, and then the log tells whether
/// somebody else has changed it since <see cref="DraftBatch.Seen"/>.
/// </param>
/// <param name="After">For Set the value, null to take it away; for Insert the item with its <c>$id</c> (<see cref="DraftForm.NewId"/>).</param>
/// <param name="AfterId">For Insert and Move the item that it follows; null to be the first.</param>
public sealed record DraftChange(DraftEditKind Kind, string Path, JsonNode? Before = null, JsonNode? After = null, string? AfterId = null);
