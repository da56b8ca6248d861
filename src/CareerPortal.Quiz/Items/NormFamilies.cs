using System.Collections.Frozen;

namespace CareerPortal.Quiz.Items;

/// <summary>The five families of traits whose items people agree with more or less readily.</summary>
/// <remarks>
/// The five factors of personality (L. R. Goldberg 1992) by their wanted ends; a quality belongs to the family of its IPIP-NEO facet. People describe
/// themselves as warm and full of ideas far more readily than as calm: within a family scales lie close together, so the family says much about where
/// the thresholds of a new item lie.
/// </remarks>
public static class NormFamilies
{
    /// <summary>Agreeableness and honesty.</summary>
    public const string Care = "care";

    /// <summary>Conscientiousness.</summary>
    public const string Order = "order";

    /// <summary>Emotional stability.</summary>
    public const string Calm = "calm";

    /// <summary>Extraversion.</summary>
    public const string Energy = "energy";

    /// <summary>Openness and intellect.</summary>
    public const string Openness = "openness";

    private static readonly FrozenDictionary<string, string> OfQuality = new Dictionary<string, string>
    {
        ["rigueur"] = Order,
        ["detail"] = Order,
        ["organisation"] = Order,
        ["concentration"] = Order,
        ["patience"] = Calm,
        ["perseverance"] = Order,
        ["autonomie"] = Order,
        ["initiative"] = Energy,
        ["responsabilite"] = Order,
        ["discretion"] = Care,
        ["prudence"] = Order,
        ["logique"] = Openness,
        ["curiosite"] = Openness,
        ["creativite"] = Openness,
        ["adaptabilite"] = Openness,
        ["reactivite"] = Energy,
        ["stress"] = Calm,
        ["maitrise"] = Calm,
        ["empathie"] = Care,
        ["equipe"] = Care,
        ["service"] = Care,
        ["contact"] = Energy,
        ["leadership"] = Energy,
        ["effort"] = Order,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Care, Order, Calm, Energy, Openness];

    /// <summary>The family of a quality, or null.</summary>
    public static string? Of(string quality) => OfQuality.GetValueOrDefault(quality);
}
