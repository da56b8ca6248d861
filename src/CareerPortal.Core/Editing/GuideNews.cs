using CareerPortal.Exchange;
using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>How much a guide changes with a release, and what readers are told of it.</summary>
/// <param name="Kind">How much: only a major change renews the day on which the guide last changed.</param>
/// <param name="Note">What readers are told; nothing where they are told nothing.</param>
public sealed record GuideNews(ChangeKind Kind, string? Note)
{
    /// <summary>What was said of a guide when it was taken in; nothing of one that was taken in before that was asked.</summary>
    internal static GuideNews? Of(ReleaseItem item) =>
        item is { Kind: ReleaseItemKind.Guide, Document: { } document } ? ExchangeJson.Read<GuideNews>(document) : null;
}
