namespace CareerPortal.Editing;

/// <summary>What a change took from a draft that was on its way to readers.</summary>
/// <param name="From">How far it was.</param>
/// <param name="PublishAtUtc">When it would have gone to readers; nothing where no hour was set.</param>
public sealed record DraftFall(DraftState From, DateTime? PublishAtUtc);
