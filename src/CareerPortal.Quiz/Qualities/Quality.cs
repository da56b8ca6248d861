namespace CareerPortal.Quiz.Qualities;

/// <summary>A way of working that the quiz measures and an occupation may ask for.</summary>
public sealed class Quality
{
    /// <summary>Stable identifier in lower case without accents, such as "rigueur".</summary>
    public required string Id { get; init; }

    /// <summary>The name a reader sees.</summary>
    public required QuizText Label { get; init; }

    /// <summary>One sentence on what it means at work.</summary>
    public required QuizText Definition { get; init; }

    /// <summary>One next step for someone who wants to develop it.</summary>
    public QuizText? Advice { get; init; }

    /// <summary>Codes of the ROME 4.0 "savoir-être" it corresponds to.</summary>
    public IReadOnlyList<string> Rome { get; init; } = [];

    /// <summary>Names of the O*NET 30.1 work styles it corresponds to.</summary>
    public IReadOnlyList<string> Onet { get; init; } = [];

    /// <summary>IPIP-NEO facets, such as "C3", or "N2-" for the opposite pole.</summary>
    public IReadOnlyList<string> Ipip { get; init; } = [];

    /// <summary>URIs of ESCO transversal skills.</summary>
    public IReadOnlyList<string> Esco { get; init; } = [];

    /// <summary>French words that mean this quality on a guide.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];
}
