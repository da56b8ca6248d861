namespace CareerPortal.Editing;

/// <summary>Why a release cannot be published: what of it, where in it, and what is wrong.</summary>
/// <param name="ItemId">The thing of the release; none where it is not in it yet.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Kind">What is wrong; nothing where the guide is no longer what was approved.</param>
/// <param name="Value">The value at fault.</param>
public sealed record ReleaseFault(int? ItemId, string Place, FaultKind? Kind, string? Value = null);
