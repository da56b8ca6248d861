namespace CareerPortal.Guides;

/// <summary>
/// One member of a guide's document: who must fill it, what it refers to, what of it is searched, until when it holds, and the rules of its own.
/// All is told of the member's items, each addressed by its path, such as <c>figures[2]</c>.
/// </summary>
public sealed record ContentPart
{
    private readonly Func<GuideContent, int?> _count;
    private readonly Func<GuideContent, IEnumerable<GuideReference>> _references;
    private readonly Func<GuideContent, IReadOnlyDictionary<string, string>, IEnumerable<string>> _facts;
    private readonly Func<GuideContent, IEnumerable<string>> _texts;
    private readonly Func<GuideContent, IEnumerable<(string Path, DateOnly? AsOf, DateOnly? Until)>> _dates;
    private readonly Func<GuideContent, IEnumerable<GuideFault>> _faults;

    private ContentPart(
        string path,
        Func<GuideContent, int?> count,
        Func<GuideContent, IEnumerable<GuideReference>> references,
        Func<GuideContent, IReadOnlyDictionary<string, string>, IEnumerable<string>> facts,
        Func<GuideContent, IEnumerable<string>> texts,
        Func<GuideContent, IEnumerable<(string Path, DateOnly? AsOf, DateOnly? Until)>> dates,
        Func<GuideContent, IEnumerable<GuideFault>> faults
    )
    {
        Path = path;
        _count = count;
        _references = references;
        _facts = facts;
        _texts = texts;
        _dates = dates;
        _faults = faults;
    }

    /// <summary>Its address in the document: <c>figures</c>, <c>microTasks.outlook</c>.</summary>
    public string Path { get; }

    public PartNeed Need { get; init; }

    /// <summary>Shown beside another part of its section, and not for itself.</summary>
    public bool Accompanies { get; init; }

    /// <summary>In somebody's mouth, who may say « tu » where the guide says « vous ».</summary>
    public bool IsSpoken { get; init; }

    /// <summary>
    /// The texts of it that are long and may have the marks of <see cref="Guides.Prose"/>: members of its items, or "" for the items themselves.
    /// </summary>
    public IReadOnlyList<string> Prose { get; init; } = [];

    /// <summary>How many years a dated item is taken for true that does not say until when.</summary>
    public int YearsTrue { get; init; } = 5;

    /// <summary>A part of many items, or of none.</summary>
    public static ContentPart List<T>(
        string path,
        Func<GuideContent, IReadOnlyList<T>?> items,
        PartNeed need = PartNeed.Optional,
        Func<T, IEnumerable<GuideReference>>? cites = null,
        Func<T, IReadOnlyDictionary<string, string>, IEnumerable<string>>? facts = null,
        Func<T, IEnumerable<string>>? texts = null,
        Func<T, DateOnly?>? until = null,
        Func<T, DateOnly?>? asOf = null,
        Func<T, FaultKind?>? rule = null
    ) =>
        Make(
            path,
            need,
            content => items(content)?.Count,
            content => (items(content) ?? []).Index().Select(i => ($"{path}[{i.Index}]", i.Item)),
            cites,
            facts,
            texts,
            until,
            asOf,
            rule
        );

    /// <summary>A part that is there once or not at all.</summary>
    public static ContentPart One<T>(
        string path,
        Func<GuideContent, T?> item,
        PartNeed need = PartNeed.Optional,
        Func<T, IEnumerable<GuideReference>>? cites = null,
        Func<T, IReadOnlyDictionary<string, string>, IEnumerable<string>>? facts = null,
        Func<T, IEnumerable<string>>? texts = null,
        Func<T, DateOnly?>? until = null,
        Func<T, DateOnly?>? asOf = null,
        Func<T, FaultKind?>? rule = null
    )
        where T : class =>
        Make(
            path,
            need,
            content => item(content) is null ? null : 1,
            content => item(content) is { } one ? [(path, one)] : [],
            cites,
            facts,
            texts,
            until,
            asOf,
            rule
        );

    /// <summary>What an item refers to by one code; <paramref name="member"/> is the code's address within it, where faults name that.</summary>
    public static IEnumerable<GuideReference> To(GuideReferenceKind kind, string? code, string member = "") =>
        code is null ? [] : [new GuideReference(kind, code, member)];

    /// <summary>What an item refers to by several codes.</summary>
    public static IEnumerable<GuideReference> To(GuideReferenceKind kind, IEnumerable<string>? codes) =>
        (codes ?? []).Select(code => new GuideReference(kind, code, ""));

    public bool IsFilled(GuideContent content) => _count(content) > 0;

    /// <summary>Whether a guide of a kind lacks it.</summary>
    public bool IsMissing(GuideContent content, GuideKind kind) =>
        Need switch
        {
            PartNeed.InEveryGuide => !IsFilled(content),
            PartNeed.InCompleteGuides or PartNeed.OnlyInCompleteGuides => kind == GuideKind.Complete && !IsFilled(content),
            PartNeed.NeverEmpty => _count(content) == 0,
            _ => false,
        };

    /// <summary>Whether it stands in a guide of a kind that may not have it.</summary>
    public bool IsOutOfPlace(GuideContent content, GuideKind kind) =>
        Need == PartNeed.OnlyInCompleteGuides && kind != GuideKind.Complete && IsFilled(content);

    public IEnumerable<GuideReference> References(GuideContent content) => _references(content);

    /// <summary>The facts of it that are searched; <paramref name="platforms"/> are the names of platforms by their codes.</summary>
    public IEnumerable<string> Facts(GuideContent content, IReadOnlyDictionary<string, string> platforms) => _facts(content, platforms);

    /// <summary>The texts of it that are searched.</summary>
    public IEnumerable<string> Texts(GuideContent content) => _texts(content);

    /// <summary>The last days on which what it says is known to hold.</summary>
    public IEnumerable<DateOnly?> ValidUntil(GuideContent content) => _dates(content).Select(d => d.Until);

    /// <summary>Its dated items: since when and until when each is known to hold.</summary>
    public IEnumerable<(string Path, DateOnly? AsOf, DateOnly? Until)> Dates(GuideContent content) => _dates(content);

    /// <summary>What its own rules find.</summary>
    public IEnumerable<GuideFault> Faults(GuideContent content) => _faults(content);

    private static ContentPart Make<T>(
        string path,
        PartNeed need,
        Func<GuideContent, int?> count,
        Func<GuideContent, IEnumerable<(string Path, T Item)>> items,
        Func<T, IEnumerable<GuideReference>>? cites,
        Func<T, IReadOnlyDictionary<string, string>, IEnumerable<string>>? facts,
        Func<T, IEnumerable<string>>? texts,
        Func<T, DateOnly?>? until,
        Func<T, DateOnly?>? asOf,
        Func<T, FaultKind?>? rule
    ) =>
        new(
            path,
            count,
            cites is null ? _ => [] : content => items(content).SelectMany(i => cites(i.Item).Select(r => r with { Path = i.Path + r.Path })),
            facts is null ? (_, _) => [] : (content, platforms) => items(content).SelectMany(i => facts(i.Item, platforms)),
            texts is null ? _ => [] : content => items(content).SelectMany(i => texts(i.Item)),
            until is null && asOf is null ? _ => [] : content => items(content).Select(i => (i.Path, asOf?.Invoke(i.Item), until?.Invoke(i.Item))),
            rule is null ? _ => [] : content => items(content).SelectMany(i => rule(i.Item) is { } kind ? new[] { new GuideFault(i.Path, kind) } : [])
        )
        {
            Need = need,
        };
}
