namespace CareerPortal.Guides;

/// <summary>Every code that a guide's document holds.</summary>
public static class GuideReferences
{
    /// <summary>All of them, those of one kind in the order in which they are numbered.</summary>
    public static IEnumerable<GuideReference> Of(GuideContent content) => GuideSections.Cited.SelectMany(p => p.References(content));

    /// <summary>The codes of one kind, each once, in the order in which they are numbered.</summary>
    public static IReadOnlyList<string> Of(GuideContent content, GuideReferenceKind kind) =>
        [.. Of(content).Where(r => r.Kind == kind).Select(r => r.Code).Distinct()];

    /// <summary>Whether a kind has pages of its own that say which guides name them.</summary>
    public static bool IsPlace(this GuideReferenceKind kind) =>
        kind is GuideReferenceKind.Centre or GuideReferenceKind.Zone or GuideReferenceKind.Platform;
}
