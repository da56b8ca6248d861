namespace CareerPortal.Guides;

/// <summary>What a guide may refer to: the codes of each kind, and whether there is a minimum wage to write into its texts.</summary>
public sealed class KnownCodes(IReadOnlyDictionary<GuideReferenceKind, IReadOnlySet<string>> codes, bool hasMinimumWage)
{
    public bool HasMinimumWage { get; } = hasMinimumWage;

    public bool Knows(GuideReferenceKind kind, string code) => codes.TryGetValue(kind, out var known) && known.Contains(code);
}
